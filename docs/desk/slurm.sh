#!/bin/bash
# One task of an array a shard: sbatch slurm.sh /data/applications /data/out
#SBATCH --job-name=kenzan-desk
#SBATCH --array=1-16
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=01:00:00
set -u
applications=${1:?folder of the applications}
out=${2:?folder for the results}
: "${SLURM_ARRAY_TASK_ID:?to be run by sbatch}"
shards=${SLURM_ARRAY_TASK_COUNT:-16}

node bin/kenzan.js desk "$applications" --out "$out/shard-$SLURM_ARRAY_TASK_ID" \
  --shard "$SLURM_ARRAY_TASK_ID/$shards"
status=$?
# 0 and 1 are results, 2 is told by the ledger: no reason to run again.
[ "$status" -le 2 ]
