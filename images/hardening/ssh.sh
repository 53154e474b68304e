# shellcheck shell=sh
# SSH by keys alone. The first value that sshd reads wins, hence 10-: cloud-init may write 50-cloud-init.conf.
# Proxmox nodes talk to each other as root, by keys.

# shellcheck disable=SC2154 # image comes from run
root_login() {
    if [ "$image" = proxmox ]; then echo prohibit-password; else echo no; fi
}

apply_ssh() {
    cat >/etc/ssh/sshd_config.d/10-freehold.conf <<SSHD
PermitRootLogin $(root_login)
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitEmptyPasswords no
HostbasedAuthentication no
PermitUserEnvironment no
MaxAuthTries 4
MaxSessions 10
MaxStartups 10:30:60
LoginGraceTime 30
ClientAliveInterval 300
ClientAliveCountMax 3
X11Forwarding no
AllowAgentForwarding no
PermitTunnel no
LogLevel VERBOSE
KexAlgorithms sntrup761x25519-sha512@openssh.com,curve25519-sha256,curve25519-sha256@libssh.org
Ciphers chacha20-poly1305@openssh.com,aes256-gcm@openssh.com,aes128-gcm@openssh.com,aes256-ctr,aes192-ctr,aes128-ctr
MACs hmac-sha2-512-etm@openssh.com,hmac-sha2-256-etm@openssh.com
SSHD
    chmod 0600 /etc/ssh/sshd_config.d/10-freehold.conf
}

check_ssh() {
    # sshd tells its settings only where it has a host key; an image has none yet.
    folder=$(mktemp -d)
    ssh-keygen -q -t ed25519 -N '' -f "$folder/key"
    mkdir -p /run/sshd
    sshd -T -h "$folder/key" >"$folder/settings" 2>/dev/null || true
    for wanted in "permitrootlogin $(root_login)" 'passwordauthentication no' 'kbdinteractiveauthentication no' \
        'permitemptypasswords no' 'hostbasedauthentication no' 'permituserenvironment no' 'maxauthtries 4' \
        'logingracetime 30' 'x11forwarding no' 'allowagentforwarding no' 'permittunnel no' 'loglevel VERBOSE' \
        'macs hmac-sha2-512-etm@openssh.com,hmac-sha2-256-etm@openssh.com'; do
        name=${wanted%% *} value=${wanted#* }
        actual=$(sed -n "s/^$name //p" "$folder/settings" | head -n 1)
        # OpenSSH has two words for one thing.
        [ "$actual" != without-password ] || actual=prohibit-password
        expect "ssh-$name" "$value" "$actual"
    done
    rm -rf "$folder"
}
