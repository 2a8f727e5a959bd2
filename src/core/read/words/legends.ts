/** Sentences that say what marks and colours mean: （○＝申請する ×＝自社負担）, 黄色の行は今回申請する分. */

const COLOUR =
  "(?:(?:[赤黄青緑橙紫桃灰水白黒茶]色?|オレンジ|グレー|ピンク|イエロー|ブルー|レッド|グリーン)色?の?" +
  "(?:セル|行|列|部分|箇所|欄|文字|字|網掛け|網かけ|マーカー|塗り?)*)";
const MEANS = "[^。]{0,20}(?:申請|対象|自社|自己|自費|負担|計上|除外|見送|未定|変更|追加)";
const COLOUR_LEGEND = new RegExp(`${COLOUR}\\s*(?:は|が|[＝=:：])${MEANS}`);
const LEGEND = new RegExp(`[○◯〇●◎×✕△▲✓✔☑☐□■★☆※](?:は|印は)?\\s*[＝=:：]|${COLOUR_LEGEND.source}`);
/** 黄色のセルに入力 tells how to fill in a form. */
const OF_A_FORM = /入力|記入|自動|計算(?:式|されます)|変更しない/;
const LONGEST = 120;

/** Whether a text gives colours a meaning for what is applied for. */
export const isColourLegend = (text: string): boolean =>
  text.length <= LONGEST && COLOUR_LEGEND.test(text) && !OF_A_FORM.test(text);

/** A title without what it says of marks and colours: that says nothing of the table itself. */
export function withoutLegend(text: string): string {
  const bare = text.replace(/[(（][^()（）]*[)）]/g, (remark) => (LEGEND.test(remark) ? "" : remark));
  return LEGEND.test(bare) ? bare.slice(0, bare.search(LEGEND)) : bare;
}
