// Says whether a scheme file is right, and what it means: node scripts/check-scheme.mjs src/schemes/fais-dx-2025.json
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { load } from "./scheme-source.mjs";

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("使い方: node scripts/check-scheme.mjs 制度のファイル.json");
  process.exit(2);
}
const { parseScheme, SchemeError, describeFrame, frameWords } = await load(`
  export { parseScheme, SchemeError } from "./src/core/scheme/loader";
  export { describeFrame } from "./src/core/scheme/describe";
  export { frameWords } from "./src/schemes/wording";
`);
try {
  const scheme = parseScheme(JSON.parse(await readFile(file, "utf8")));
  if (basename(file) !== `${scheme.id}.json`)
    throw new SchemeError(
      "id",
      `ファイル名を ${scheme.id}.json にするか、id を ${basename(file, ".json")} にしてください。`,
    );
  console.log(`${scheme.name.ja}: 読み取れました。次のとおりで合っているか、公募要領と見比べてください。`);
  for (const frame of scheme.frames) {
    const words = frameWords(describeFrame(scheme, frame), "ja");
    console.log(
      `  ${frame.name.ja}: 率 ${words.rate}、上限 ${words.cap}、下限 ${words.floor}、期間 ${words.period}(${words.source})`,
    );
  }
} catch (error) {
  if (error instanceof SyntaxError)
    console.error(`JSONとして読めません。記号の閉じ忘れやコンマを確かめてください: ${error.message}`);
  else if (error instanceof SchemeError) console.error(error.message);
  else if (error.code === "ENOENT") console.error(`ファイルが見つかりません: ${file}`);
  else throw error;
  process.exitCode = 1;
}
