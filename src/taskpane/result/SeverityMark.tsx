import type { Severity } from "../../core/judge/finding";

/** A shape for each severity, so that none is told by colour alone. */
const shapes: Readonly<Record<Severity, string>> = {
  error:
    "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-2.8 3.8-.9.9L6.9 8l-2.6 2.3.9.9L8 8.9l2.8 2.3.9-.9L9.1 8l2.6-2.3-.9-.9L8 7.1Z",
  warning: "M8 1.5 15.3 14.5H.7ZM7.3 6v4.5h1.4V6Zm0 5.7V13h1.4v-1.3Z",
  info: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-.7 6v5h1.4V7Zm0-2.8v1.5h1.4V4.2Z",
};

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <svg className={`mark ${severity}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={shapes[severity]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
