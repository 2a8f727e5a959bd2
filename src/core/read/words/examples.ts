/** 記入例 heads what was filled in to show how; 記入例の行は消さずに and 記入例を参考に speak of what stands elsewhere. */
export const EXAMPLE_HEADING = "(?:記入|記載|入力|作成)(?:例|見本)(?!の?[行欄]|[をはにと])";

/** 記入例, 【入力見本】, サンプル: what stands in a column or row so headed is filled in to show how. */
export const HEADS_EXAMPLES = /^[【([〔]?(?:(?:記入|記載|入力|作成)(?:例|見本)|例|見本|サンプル)[】)\]〕]?$/;
