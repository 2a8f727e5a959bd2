/** v1 and v2, Rev.3, 第2版: which of several versions of the same thing a name tells. */
import { compact } from "../../text/fold";

interface Version {
  /** What is left of the name without the version. */
  readonly of: string;
  readonly number: number;
}

const VERSION = /[_\-・([【]?(?:(?:version|ver|rev|v)\.?(\d{1,3}(?:\.\d{1,3})?)|第(\d{1,2})版)[)\]】]?/;

function versionOf(name: string): Version | null {
  const text = compact(name);
  const found = VERSION.exec(text);
  if (found === null || /[a-z]/.test(text.charAt(found.index - 1))) return null;
  return { of: text.replace(found[0], ""), number: Number(found[1] ?? found[2]) };
}

/** Whether another name tells a later version of the same thing. */
export function isOutdated(name: string, others: readonly string[]): boolean {
  const own = versionOf(name);
  return (
    own !== null &&
    others.some((other) => {
      const theirs = versionOf(other);
      return theirs !== null && theirs.of === own.of && theirs.number > own.number;
    })
  );
}

const BEFORE = /^(?:旧|(?:変更|修正|改[定訂]|訂正|見直し?)前の?|当初|前回)/;
const AFTER = /^(?:新|(?:変更|修正|改[定訂]|訂正|見直し?)後?の?|今回)/;

/** Of headers: 変更前 単価 beside 変更後 単価, 旧 数 beside 新 数. */
export function isBeforeChange(header: string, others: readonly string[]): boolean {
  const text = compact(header);
  const of = BEFORE.test(text) ? text.replace(BEFORE, "") : null;
  const isSame = (other: string): boolean => AFTER.test(other) && other.replace(AFTER, "") === of;
  return of !== null && others.some((other) => isSame(compact(other)));
}
