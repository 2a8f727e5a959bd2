/** What sentences say of tax; headers.ts reads the fewer words of headers. */
import { compact } from "../../text/fold";
import { taxOf, type Tax } from "./headers";

const LEFT_OUT = "(?<!記)[込含入][まみめれんっでていおり]*(?:ません|ない|ず)";
const IS_LEFT_OUT = new RegExp(LEFT_OUT);
const TAX_LEFT_OUT = new RegExp(`税${LEFT_OUT}`, "g");
/** 消費税(10%)は込み, 税率を除く: what is said of it follows. */
const OF_TAX = /(?:消費)?税(?:率|額|等|及び地方消費税|\(?\d{1,2}%\)?|分)*(?:は|を)?(?=抜|別|除|込|含|入)/g;

/** 含んでおりません, 入っていない, 含めず; `said` compact. */
export const saysLeftOut = (said: string): boolean => IS_LEFT_OUT.test(said);

/** 消費税は含んでいません, 税を含めず, 税は入っておりません; null where a sentence says nothing of tax, or both. */
export const taxOfSentence = (sentence: string): Tax | null =>
  taxOf(compact(sentence).replace(OF_TAX, "税").replace(TAX_LEFT_OUT, "税抜"));
