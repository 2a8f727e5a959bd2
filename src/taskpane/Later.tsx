import { Suspense, useState, type ReactNode } from "react";
import { Loading } from "./Loading";

interface Props {
  readonly title: ReactNode;
  readonly children: ReactNode;
}

/** Something to open: what is inside is made, and loaded, when it is first opened. */
export function Later({ title, children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{title}</summary>
      {opened && <Suspense fallback={<Loading />}>{children}</Suspense>}
    </details>
  );
}
