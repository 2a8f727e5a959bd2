/** Who can be reached how, as a paper says it outside its table: telephone numbers, accounts, persons. */
import { normal } from "../text/fold";
import { personKey } from "../text/person";

/** Japanese numbers of land lines, mobiles and free calls, with or without hyphens and brackets; not those of a fax. */
const PHONE = /(?<![\d-])(\(?0\d{1,4}\)?[-(\s]?\d{1,4}[-)\s]\d{3,4})(?![\d-])/g;
const FAX = /(?:FAX|ファックス|ファクス|Ｆ)\s*[:：.]?\s*$/i;
const ACCOUNT = /(普通|当座|貯蓄)(?:預金|口座)?\s*(?:口座番号|番号|No\.?)?\s*[:：]?\s*(\d{6,8})(?!\d)/g;
const BANK = /([^\s:：、。,()]{1,12}(?:銀行|信用金庫|信金|信用組合|農協|労働金庫))/;
/** "担当：佐藤 健一", "担当者 佐藤健一" */
const PERSON =
  /(?:営業|見積|お取扱い?)?担当者?(?:名|氏名)?\s*[:：]\s*([\u4e00-\u9fff々〆ヵヶ]{1,4}[ \u3000]?[\u4e00-\u9fffぁ-んァ-ヶー々]{1,5})(?![\u4e00-\u9fff])/g;

interface Contacts {
  readonly phones: readonly string[];
  readonly accounts: readonly string[];
  readonly persons: readonly string[];
}

/** @returns each once, in one spelling: "0931234567", "普通1234567", "佐藤健一" */
export function contactsIn(text: string): Contacts {
  const plain = normal(text).replace(/[‐-―−]/g, "-");
  const phones = [...plain.matchAll(PHONE)]
    .filter((match) => !FAX.test(plain.slice(Math.max(0, match.index - 8), match.index)))
    .map(([, number = ""]) => number.replace(/\D/g, ""))
    .filter((digits) => digits.length === 10 || digits.length === 11);
  const accounts = [...plain.matchAll(ACCOUNT)].map(([, kind = "", number = ""]) => `${kind}${number}`);
  const bank = BANK.exec(plain)?.[1] ?? "";
  return {
    phones: [...new Set(phones)],
    accounts: [...new Set(accounts.map((account) => `${bank}${account}`))],
    persons: [...new Set([...plain.matchAll(PERSON)].map(([, name = ""]) => personKey(name)))].filter(
      (name) => name.length >= 3,
    ),
  };
}
