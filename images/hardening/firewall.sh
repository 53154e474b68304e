# shellcheck shell=sh
# Nothing comes in but SSH, the tailnet and answers. Forwarding is left to Proxmox, Tailscale and Cilium; what a
# cluster needs more is put into /etc/nftables.d.

apply_firewall() {
    mkdir -p /etc/nftables.d
    cat >/etc/nftables.conf <<'NFT'
#!/usr/sbin/nft -f
flush ruleset

table inet freehold {
    chain input {
        type filter hook input priority filter; policy drop;
        ct state established,related accept
        ct state invalid drop
        iif lo accept
        meta l4proto { 1, 58 } accept comment "ICMP and ICMPv6, by number: an image need not have /etc/protocols"
        tcp dport 22 accept
        udp dport 41641 accept
        iifname "tailscale0" accept
        udp sport 67 udp dport 68 accept
    }
}

include "/etc/nftables.d/*.nft"
NFT
    systemctl enable nftables.service >/dev/null 2>&1 || true
}

check_firewall() {
    expect firewall-policy 1 "$(grep -c 'hook input priority filter; policy drop;' /etc/nftables.conf || true)"
    expect firewall-tcp-ports 22 "$(sed -n 's/^ *tcp dport \(.*\) accept$/\1/p' /etc/nftables.conf | tr '\n' ' ' | sed 's/ $//')"
    # In a running system the kernel is asked as well: a file that it refused protects nobody.
    if [ -d /run/systemd/system ]; then
        expect firewall-loaded 'policy drop' "$(nft list chain inet freehold input 2>/dev/null | grep -o 'policy drop' || true)"
    fi
    expect firewall-enabled enabled "$(systemctl is-enabled nftables.service 2>/dev/null || true)"
}
