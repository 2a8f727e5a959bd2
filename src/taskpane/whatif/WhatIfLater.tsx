import { lazy, Suspense } from "react";
import { usePane } from "../context";

const WhatIf = lazy(() => import("./WhatIf"));

/** The what-if view is loaded when it is first looked at. */
export function WhatIfLater() {
  const { words } = usePane();
  return (
    <Suspense fallback={<p className="label">{words.whatif.loading}</p>}>
      <WhatIf />
    </Suspense>
  );
}
