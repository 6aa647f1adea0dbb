#!/usr/bin/env bash
# Programs the tests use that pip cannot install: a browser, a word processor, Chinese fonts. On Debian as
# root they are installed; elsewhere what is missing is named.
set -euo pipefail
wanted=()
command -v chromium >/dev/null || wanted+=(chromium)                     # people's way into the workbench
command -v soffice >/dev/null || wanted+=(libreoffice-writer)            # lays the .docx out as another program does
[ -n "$(fc-list 2>/dev/null | grep -i 'Noto Serif CJK')" ] || wanted+=(fonts-noto-cjk fontconfig)
[ -e /usr/share/texlive/texmf-dist/fonts/opentype/public/fandol ] || wanted+=(texlive-lang-chinese)  # FandolFang, FandolKai
[ "${#wanted[@]}" -eq 0 ] && exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "测试还缺少：${wanted[*]}。请用管理员身份安装后重试（Debian：apt-get install ${wanted[*]}）" >&2
  exit 1
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
