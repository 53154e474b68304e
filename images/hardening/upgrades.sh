# shellcheck shell=sh
# Security updates come by themselves; restarts don't: hosts are drained first.

apply_upgrades() {
    printf 'APT::Periodic::Update-Package-Lists "1";\nAPT::Periodic::Unattended-Upgrade "1";\n' \
        >/etc/apt/apt.conf.d/20auto-upgrades
    # Proxmox and Ceph are upgraded host by host, never behind anybody's back.
    cat >/etc/apt/apt.conf.d/52freehold-unattended <<'APT'
Unattended-Upgrade::Automatic-Reboot "false";
Unattended-Upgrade::Package-Blacklist { "^pve-"; "^proxmox-"; "^ceph"; "^librados"; "^librbd"; };
APT
}

check_upgrades() {
    expect upgrades-installed 'install ok installed' \
        "$(dpkg-query -W -f '${Status}' unattended-upgrades 2>/dev/null || true)"
    for name in Update-Package-Lists Unattended-Upgrade; do
        expect "upgrades-$name" 1 "$(apt-config dump "APT::Periodic::$name" --format '%v' 2>/dev/null || true)"
    done
    expect upgrades-no-restart false \
        "$(apt-config dump Unattended-Upgrade::Automatic-Reboot --format '%v' 2>/dev/null || true)"
}
