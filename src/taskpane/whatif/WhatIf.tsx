import { usePane } from "../context";
import { Compare } from "./Compare";
import { TryAmounts } from "./TryAmounts";

/** What the budget would give if something were otherwise. Nothing is written, nothing kept, until asked. */
export default function WhatIf() {
  const { words } = usePane();
  return (
    <>
      <h2 className="hidden">{words.whatif.title}</h2>
      <p className="note">{words.whatif.intro}</p>
      <TryAmounts />
      <Compare />
    </>
  );
}
