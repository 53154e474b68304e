# The hardened base image, on top of a Debian 12 disk.
# Packer 1.6.6 reads it as it is; newer ones want ../plugins/plugins.pkr.hcl beside it. ../build calls it.

variable "base_disk" {
  type        = string
  description = "The QCOW2 file to start from: a disk that boots by UEFI, with cloud-init and an SSH server."
}

variable "base_checksum" {
  type        = string
  default     = "none"
  description = "The base disk's checksum as TYPE:HEX."
}

variable "arch" {
  type    = string
  default = "amd64"
}

variable "accelerator" {
  type        = string
  default     = "tcg"
  description = "tcg or kvm. Packer's own choice takes /dev/kvm even where it can't be used."
}

variable "firmware" {
  type        = string
  description = "The UEFI firmware of the architecture, as one file."
}

variable "seed" {
  type        = string
  description = "A volume labelled CIDATA whose user-data lets the key below in."
}

variable "ssh_key" {
  type        = string
  description = "The file of the private key that reaches the machine while it is built."
}

variable "recipe" {
  type        = string
  description = "The folder with settle and what it wants beside it."
}

variable "out" {
  type        = string
  description = "Where Packer makes the disk: a folder that isn't there yet."
}

variable "results" {
  type        = string
  description = "The folder that takes packages.tsv and hardening.tsv."
}

variable "without" {
  type        = string
  default     = ""
  description = "Parts to leave out, by commas: tailscale, proxmox, ceph."
}

locals {
  machines = {
    amd64 = { binary = "qemu-system-x86_64", type = "q35", cpu = "max" }
    arm64 = { binary = "qemu-system-aarch64", type = "virt", cpu = "cortex-a72" }
  }
  machine = local.machines[var.arch]
}

source "qemu" "base" {
  qemu_binary      = local.machine.binary
  machine_type     = local.machine.type
  accelerator      = var.accelerator
  headless         = true
  boot_wait        = "1s"
  memory           = 2048
  cpus             = 2
  disk_image       = true
  iso_url          = var.base_disk
  iso_checksum     = var.base_checksum
  format           = "qcow2"
  disk_compression = true
  disk_size        = "3072M"
  vm_name          = "disk.qcow2"
  output_directory = var.out

  communicator         = "ssh"
  ssh_username         = "debian"
  ssh_private_key_file = var.ssh_key
  # A foreign architecture is emulated: the first boot alone takes minutes.
  ssh_timeout      = "15m"
  shutdown_command = "sudo systemctl poweroff"
  shutdown_timeout = "5m"

  # One -drive or -device named here drops all of Packer's own of that flag.
  qemuargs = [
    ["-cpu", var.accelerator == "kvm" ? "host" : local.machine.cpu],
    ["-bios", var.firmware],
    ["-boot", "strict=off"],
    ["-drive", "file=${var.out}/disk.qcow2,if=none,id=disk,format=qcow2,cache=writeback,discard=unmap"],
    ["-drive", "file=${var.seed},if=none,id=seed,format=raw,readonly=on"],
    ["-device", "virtio-blk-pci,drive=disk,bootindex=0"],
    ["-device", "virtio-blk-pci,drive=seed"],
    ["-device", "virtio-net-pci,netdev=user.0"],
    ["-serial", "file:${var.results}/console.log"],
  ]
}

build {
  sources = ["source.qemu.base"]

  # Settling empties what cloud-init and sshd made for this machine, so it must not run beneath them.
  provisioner "shell" {
    inline = ["cloud-init status --wait || true"]
  }

  provisioner "file" {
    source      = var.recipe
    destination = "/tmp/recipe"
  }

  # A point that fails is a line of hardening.tsv; whoever called decides what it means.
  provisioner "shell" {
    inline = ["sudo sh /tmp/recipe/settle base ${var.arch} '${var.without}'"]
  }

  provisioner "file" {
    direction   = "download"
    source      = "/tmp/hardening.tsv"
    destination = "${var.results}/hardening.tsv"
  }

  provisioner "file" {
    direction   = "download"
    source      = "/tmp/packages.tsv"
    destination = "${var.results}/packages.tsv"
  }

  provisioner "shell" {
    inline = ["sudo rm -rf /tmp/recipe /tmp/hardening.tsv /tmp/packages.tsv", "sudo sync"]
  }
}
