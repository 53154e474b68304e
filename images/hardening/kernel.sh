# shellcheck shell=sh
# The kernel's settings. ip_forward and strict rp_filter are left alone: Proxmox' NAT, Tailscale's routes and Cilium
# need forwarding, and a loose filter. The name comes after Debian's 99-protect-links.conf, which the last file wins over.

settings() {
    cat <<'SYSCTL'
fs.protected_fifos = 2
fs.protected_hardlinks = 1
fs.protected_regular = 2
fs.protected_symlinks = 1
fs.suid_dumpable = 0
kernel.dmesg_restrict = 1
kernel.kptr_restrict = 2
kernel.randomize_va_space = 2
kernel.yama.ptrace_scope = 1
net.ipv4.conf.all.accept_redirects = 0
net.ipv4.conf.all.accept_source_route = 0
net.ipv4.conf.all.log_martians = 1
net.ipv4.conf.all.rp_filter = 2
net.ipv4.conf.all.secure_redirects = 0
net.ipv4.conf.all.send_redirects = 0
net.ipv4.conf.default.accept_redirects = 0
net.ipv4.icmp_echo_ignore_broadcasts = 1
net.ipv4.tcp_syncookies = 1
net.ipv6.conf.all.accept_redirects = 0
net.ipv6.conf.all.accept_source_route = 0
SYSCTL
}

apply_kernel() {
    settings >/etc/sysctl.d/99-zz-freehold.conf
}

# In a running system the kernel is asked, in an image the file that it will read.
check_kernel() {
    while read -r name _ value; do
        if [ -d /run/systemd/system ]; then
            actual=$(sysctl -n "$name" 2>/dev/null || true)
        else
            actual=$(sed -n "s/^$name = //p" /etc/sysctl.d/99-zz-freehold.conf 2>/dev/null || true)
        fi
        expect "kernel-$name" "$value" "$actual"
    done <<SETTINGS
$(settings)
SETTINGS
}
