# shellcheck shell=sh
# Nobody can log in by a password, and what users make is not for everybody.

apply_accounts() {
    passwd -q -l root
    sed -i 's/^UMASK.*/UMASK 027/' /etc/login.defs
    printf '* hard core 0\n' >/etc/security/limits.d/10-freehold.conf
}

check_accounts() {
    # A field that begins with ! or * fits no password.
    expect accounts-with-a-password 0 "$(awk -F: '$2 !~ /^[!*]/ {count++} END {print count + 0}' /etc/shadow)"
    expect accounts-umask 027 "$(awk '$1 == "UMASK" {print $2}' /etc/login.defs)"
    expect accounts-only-root-has-id-0 root "$(awk -F: '$3 == 0 {print $1}' /etc/passwd | tr '\n' ' ' | sed 's/ $//')"
    expect accounts-core-dumps '* hard core 0' "$(cat /etc/security/limits.d/10-freehold.conf 2>/dev/null || true)"
    expect accounts-tmp-options nodev,nosuid "$(awk '$2 == "/tmp" {print $4}' /etc/fstab | cut -d, -f1,2)"
}
