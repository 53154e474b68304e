# shellcheck shell=sh
# Who changes accounts, rights and the audit itself leaves a trace.

apply_audit() {
    mkdir -p /etc/audit/rules.d
    cat >/etc/audit/rules.d/60-freehold.rules <<'RULES'
-w /etc/passwd -p wa -k identity
-w /etc/shadow -p wa -k identity
-w /etc/group -p wa -k identity
-w /etc/sudoers -p wa -k sudo
-w /etc/sudoers.d/ -p wa -k sudo
-w /etc/ssh/sshd_config.d/ -p wa -k sshd
-w /etc/audit/ -p wa -k audit
RULES
    chmod 0640 /etc/audit/rules.d/60-freehold.rules
    systemctl enable auditd.service >/dev/null 2>&1 || true
}

check_audit() {
    expect audit-installed 'install ok installed' "$(dpkg-query -W -f '${Status}' auditd 2>/dev/null || true)"
    expect audit-rules 7 "$(grep -c '^-w ' /etc/audit/rules.d/60-freehold.rules 2>/dev/null || true)"
    expect audit-enabled enabled "$(systemctl is-enabled auditd.service 2>/dev/null || true)"
}
