import type { Kind } from "../../kinds";

/** Units, and how strongly each speaks for which kinds. */
export const units: readonly (readonly [string, Readonly<Partial<Record<Kind, number>>>])[] = [
  ["h hr hrs hour hours 時間 時 人時 人h", { "employee-wage": 2.4, "part-time-wage": 2 }],
  ["人月 人日", { "employee-wage": 0.8, "software-development": 1 }],
  [
    "台 基 機 面 組 unit units pc pcs set セット 棟",
    { machinery: 0.8, computer: 0.8, equipment: 0.8, modification: 0.4 },
  ],
  ["日", { rental: 0.6 }],
  ["冊 copies", { books: 4 }],
  ["泊", { lodging: 3 }],
  ["往復 片道 km pax", { travel: 4 }],
  ["名 人 人回 名回", { travel: 0.6, seminar: 0.6 }],
  ["回", { "technical-guidance": 0.5, travel: 0.4 }],
  ["月 か月 ヶ月 ヵ月 ケ月 カ月 箇月 年 id月 回線月 台月 ユーザ月 ユーザー月 アカウント月", { "cloud-service": 1 }],
  ["id月 id ユーザ ユーザー アカウント user users", { "cloud-service": 2 }],
  ["部", { printing: 1 }],
  ["㎡ m2 平米 坪 箇所 か所 カ所 ヶ所 系統 m 灯 回路 面", { works: 1 }],
  ["小間", { exhibition: 4 }],
];
