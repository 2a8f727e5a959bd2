/** What is said of files and folders that were given and are not looked at. */
import type { Lang } from "../../messages";

/** Of many the first are named. */
const NAMED = 5;

export function leftText(left: readonly string[], lang: Lang): string {
  const named = left.slice(0, NAMED);
  const more = left.length - named.length;
  return lang === "ja"
    ? `深すぎるか、多すぎるため、見ていないファイルやフォルダーがあります: ${named.join("、")}${more === 0 ? "" : ` ほか${String(more)}件`}。フォルダーを分けて、もう一度選んでください。`
    : `Too deep or too many, and not looked at: ${named.join(", ")}${more === 0 ? "" : ` and ${String(more)} more`}. Divide the folder, and choose again.`;
}
