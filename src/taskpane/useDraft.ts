import { useState } from "react";
import { usePane } from "./context";

/**
 * What is being written: found again where the view was left and entered anew, until it is given up, or what was sent is
 * done: what was stopped or refused stays, and so does what was written meanwhile. What is as it was at first is nobody's
 * work.
 * @param about what it is written of
 * @param onDone there is nothing more to be written
 * @returns what is written, and what writes, gives up and sends it
 */
export function useDraft<T extends object>(about: string, first: T, onDone?: () => void) {
  const { drafts } = usePane().session;
  const [value, setValue] = useState(() => (drafts.get(about) as T | undefined) ?? first);
  const forget = () => void drafts.delete(about);
  const write = (change: Partial<T>) => {
    const next = { ...value, ...change };
    setValue(next);
    if (JSON.stringify(next) === JSON.stringify(first)) forget();
    else drafts.set(about, next);
  };
  const giveUp = () => {
    forget();
    onDone?.();
  };
  const send = (work: Promise<boolean>) => {
    const sent = drafts.get(about);
    void work.then((isDone) => isDone && drafts.get(about) === sent && forget());
    onDone?.();
  };
  return [value, write, giveUp, send] as const;
}
