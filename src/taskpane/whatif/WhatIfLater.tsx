import { lazy, Suspense } from "react";
import { usePane } from "../context";
import { Loading } from "../Loading";

const WhatIf = lazy(() => import("./WhatIf"));

/** The what-if view is loaded when it is first looked at. */
export function WhatIfLater() {
  const { words } = usePane();
  return (
    <Suspense fallback={<Loading text={words.whatif.loading} />}>
      <WhatIf />
    </Suspense>
  );
}
