import { useState } from "react";
import { usePane } from "./context";

/**
 * What is being written: found again where the view was left and entered anew, until it is done with.
 * @param about what it is written of
 */
export function useDraft<T>(about: string, first: T): readonly [T, (value: T) => void, () => void] {
  const { drafts } = usePane().session;
  const [value, setValue] = useState(() => (drafts.get(about) as T | undefined) ?? first);
  const write = (next: T) => {
    drafts.set(about, next);
    setValue(next);
  };
  return [value, write, () => void drafts.delete(about)];
}
