#!/bin/sh
# Looks for bytes that a reader can't take, with libFuzzer: MINUTES for each target (default 1), TARGET for one
# alone. What it finds is put into Tests/Fuzz/Corpus, where FuzzTests reads it with every `make test`.
set -eu
cd "$(dirname "$0")/../.."
scratch=.build-fuzz
mkdir -p "$scratch"
if [ -d .build/checkouts ] && [ ! -d "$scratch/checkouts" ]; then
  cp -a .build/checkouts .build/repositories .build/workspace-state.json "$scratch/"
fi
echo "Building"
# libFuzzer brings a main, as every program of this package has one; lld takes the first.
DEBRIEF_FUZZ=1 swift build --product Fuzz --scratch-path "$scratch" -j "${JOBS:-2}" --no-color-diagnostics \
  -Xswiftc -sanitize=fuzzer -Xswiftc -Xclang-linker -Xswiftc -fuse-ld=lld -Xlinker -z -Xlinker muldefs \
  >"$scratch/build.log" 2>&1 || { grep -E 'error' "$scratch/build.log" || tail -n 20 "$scratch/build.log"; exit 1; }
status=0
for corpus in Tests/Fuzz/Corpus/*/; do
  target=$(basename "$corpus")
  [ -z "${TARGET:-}" ] || [ "$TARGET" = "$target" ] || continue
  made="$scratch/corpus/$target"
  mkdir -p "$made"
  if FUZZ_TARGET=$target "$scratch/debug/Fuzz" -max_total_time=$((${MINUTES:-1} * 60)) -timeout=10 -rss_limit_mb=2048 \
    -max_len=4096 -artifact_prefix="$corpus" "$made" "$corpus" >"$scratch/$target.log" 2>&1; then
    echo "$target: $(grep -aoE 'Done [0-9]+ runs' "$scratch/$target.log" | tail -n 1)"
  else
    status=1
    echo "$target: $(grep -aE 'Fatal error|ERROR: libFuzzer|SUMMARY' "$scratch/$target.log" | head -n 2 | tr '\n' ' ')"
    grep -aoE 'written to .*' "$scratch/$target.log" | tail -n 1 || true
  fi
done
exit $status
