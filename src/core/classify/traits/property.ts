/** Intellectual property: what goes to a patent office, and what has nothing to do with the project. */
import { phrase } from "../reading/phrase";
import { ITEM, TEXT, type Search } from "./search";

const FEE_INCLUDED = phrase(
  /(?:印紙代?|庁費用|庁手数料|特許庁費用|官庁手数料|官費|官納|納付金|納付額|納付料|実費|出願料|登録料|審査請求料)(?:を|も|等|など|分|・報酬)?(?:一切)?(?:込|含む|含み|含めて|コミ)/,
);
const FEE_BESIDE = phrase(
  /(?:印紙代?|出願料|審査請求料|登録料|庁費用|納付金)(?=[+・、/と])|(?<=[+・、/と])(?:印紙代?|官納|官費|庁費用|出願料|特許庁)/,
);
const NOT_OURS = phrase(
  /社名(?:ロゴ|商標)?|(?:既存|従来|旧)(?:の)?(?:社名|商標|ブランド|商品名?|製品)|(?:商標|登録)(?:の)?(?:10年)?更新|10年更新/,
);
/** Whether a right is to be had by it, the words do not say. */
const NO_APPLICATION = phrase(
  /fto|侵害予防|クリアランス調査|知財調査|権利調査|(?:特許|商標|知財)関[係連](?:費用?|経費)?(?:$|一括|一式|まとめ)/,
);

export function property(search: Search): void {
  search.add("patent-office-fee", search.first(FEE_INCLUDED, TEXT) ?? search.first(FEE_BESIDE, TEXT), false);
  search.addFirm("unrelated-ip", search.first(NOT_OURS, TEXT, false));
  search.add("unrelated-ip", search.first(NO_APPLICATION, ITEM), false);
}
