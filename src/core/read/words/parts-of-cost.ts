/** 機器代 | 設定費 | 送料, or JR | 飛行機 | 宿: headers of what an item's cost is made of, side by side; 補助対象経費 and 事業費 are all of it. */
import { compact } from "../../text/fold";

const PART =
  /^(?!.*(?:合計|小計|総|単価|税|対象|事業|要する|自己負担))(?:.{1,8}(?:代|料|費|賃)|jr|電車|鉄道|新幹線|飛行機|航空機?|バス|船|フェリー|レンタカー|車|宿|宿泊|日当)$/;

export const isPartOfCost = (header: string): boolean => PART.test(compact(header).replace(/\([^()]*\)/g, ""));
