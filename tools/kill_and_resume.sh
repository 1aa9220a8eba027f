#!/usr/bin/env bash
# Kills a training run at random moments with SIGKILL, resumes it, and compares its weights with those of a run that was never killed.
#
#   tools/kill_and_resume.sh [KILLS] [SEED] [THREADS]
#
# Needs the program built (dotnet build -c Release); takes some minutes. Exits with 1 if a byte of any weight differs.
set -euo pipefail
kills=${1:-10}
RANDOM=${2:-1}
threads=${3:-2}
root=$(cd "$(dirname "$0")/.." && pwd)
atat=${ATAT:-$(find "$root/src/Atat.Cli/bin/Release" -type f -name atat -perm -u+x | head -n 1)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

"$atat" simulate --objects 300 --out survey.parquet --seed 5 --quiet
"$atat" split survey.parquet --test-share 0.1 --folds 5 --seed 1 --quiet
cat > run.yaml <<'YAML'
inputs: [lc, md]
window: {mta: true}
network:
  light_curve: {heads: 4, head_width: 12, layers: 2}
  tabular: {heads: 4, head_width: 8, layers: 2}
batch: {size: 64}
augmentation: {drop_observations: 0.2, flux_noise: 0.3}
stopping: {steps: 150, evaluate_every: 10}
YAML

train() { "$atat" train "$@" --threads "$threads" --quiet; }
weights() { sha256sum "$1/best.safetensors" "$1/last.safetensors" | cut -d ' ' -f 1 | tr '\n' ' '; }

train --config run.yaml --data survey.parquet --run never > /dev/null
expected=$(weights runs/never)
evaluations=$(wc -l < runs/never/metrics.jsonl)
echo "never killed: $expected"

different=0
for i in $(seq "$kills"); do
    # A random evaluation, and a random time up to about the next: any moment of the run, however fast the machine is just now.
    wait_for=$((RANDOM % evaluations))
    more=$((RANDOM % 2000))
    train --config run.yaml --data survey.parquet --run "killed$i" > /dev/null 2>&1 &
    victim=$!
    while kill -0 "$victim" 2> /dev/null && [ "$(cat "runs/killed$i/metrics.jsonl" 2> /dev/null | wc -l)" -lt "$wait_for" ]; do sleep 0.05; done
    sleep "$(printf '%d.%03d' $((more / 1000)) $((more % 1000)))"
    # The shell's child is a function's subshell; the program is below it.
    pkill -KILL -P "$victim" 2> /dev/null || kill -KILL "$victim" 2> /dev/null || true
    wait "$victim" 2> /dev/null || true
    finished=$(wc -l < "runs/killed$i/metrics.jsonl" 2> /dev/null || echo 0)
    if [ -f "runs/killed$i/run.json" ]; then
        train --run "killed$i" --resume > /dev/null
    else
        rm -rf "runs/killed$i"
        train --config run.yaml --data survey.parquet --run "killed$i" > /dev/null
    fi
    found=$(weights "runs/killed$i")
    if [ "$found" = "$expected" ]; then same="identical"; else same="DIFFERENT: $found"; different=$((different + 1)); fi
    echo "kill $i: $more ms after evaluation $wait_for, $finished of $evaluations evaluations done; resumed weights $same"
done

echo "$kills kills, $different different"
[ "$different" -eq 0 ]
