# One release and no other: its digest could not be had, and Packer compares with the checksums beside the release.
# For Packer 1.7 and newer, which `packer init` then needs; 1.6.6 refuses this block, so it is kept apart from the templates.
packer {
  required_plugins {
    qemu = {
      version = "= 1.1.4"
      source  = "github.com/hashicorp/qemu"
    }
  }
}
