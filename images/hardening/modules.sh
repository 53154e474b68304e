# shellcheck shell=sh
# File systems and protocols that a host has no use for can't be loaded. vfat stays: the ESP is one.
unwanted='cramfs freevxfs hfs hfsplus jffs2 udf dccp sctp rds tipc usb-storage'

apply_modules() {
    for module in $unwanted; do
        printf 'install %s /bin/false\nblacklist %s\n' "$module" "$module"
    done >/etc/modprobe.d/60-freehold.conf
}

check_modules() {
    for module in $unwanted; do
        expect "modules-$module" "install /bin/false" \
            "$(sed -n "s|^install $module /bin/false\$|install /bin/false|p" /etc/modprobe.d/60-freehold.conf 2>/dev/null || true)"
    done
}
