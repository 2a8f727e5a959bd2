/** A round that is killed when it has come so far: told by what is on the disk, so that a slow machine changes nothing. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { rows } from "./ledger";

/** From nothing at all over every application to the overview that is written. */
export const momentsOf = (applications: number): number => applications + 4;

/** @param moment 0: just started; 1: a ledger is there; then one for each application examined, one for each overview */
function isReached(out: string, moment: number, applications: number): boolean {
  if (moment === 0) return true;
  if (!existsSync(join(out, "ledger.sqlite"))) return false;
  if (moment === 1) return true;
  if (moment > applications + 2) return existsSync(join(out, "overview.csv"));
  if (moment > applications + 1) return existsSync(join(out, "overview.xlsx"));
  return examined(out) >= moment - 1;
}

/** How far a round has come, as a moment. */
export function momentIn(out: string, applications: number): number {
  let moment = 0;
  while (moment + 1 < momentsOf(applications) && isReached(out, moment + 1, applications)) moment += 1;
  return moment;
}

/** 0 where there is no such table yet. */
function examined(out: string): number {
  try {
    return Number(rows(out, "select count(*) as done from examination where state = 'done'")[0]?.["done"]);
  } catch {
    return 0;
  }
}

export const isEnded = (out: string): boolean => {
  try {
    return rows(out, "select 1 from round where finished is null").length === 0 && examined(out) > 0;
  } catch {
    return false;
  }
};

/** Runs the command until the moment, and so many milliseconds more. @returns false where it ended by itself before */
export async function killedAt(
  command: readonly string[],
  out: string,
  moment: number,
  applications: number,
  more = 0,
): Promise<boolean> {
  const run = spawn(process.execPath, [...command, "--out", out], { stdio: "ignore" });
  let ended = false;
  const end = new Promise<void>((resolve) =>
    run.on("exit", () => {
      ended = true;
      resolve();
    }),
  );
  while (!ended && !isReached(out, moment, applications)) await sleep(2);
  if (more > 0) await sleep(more);
  const killed = !ended && run.kill("SIGKILL");
  await end;
  return killed;
}
