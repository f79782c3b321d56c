/** Traditional characters that the phrases of the scam check use, each with its simplified form: one for one, no more. */

const pairs = [
  '轉转 錢钱 帳账 賬账 號号 戶户 銀银 驗验 證证 碼码 紅红 領领 點点 擊击 連连 鏈链 結结 聯联 繫系 絡络 發发 給给 這这 個个 們们 說说 話话 電电 訊讯 詐诈',
  '騙骗 檢检 凍冻 費费 賠赔 償偿 貸贷 額额 選选 擇择 開开 關关 閉闭 權权 無无 礙碍 軟软 體体 裝装 載载 雙双 團团 隊队 親亲 總总 長长 導导 師师 賺赚 歸归',
  '還还 須须 馬马 異异 帶带 錯错 誤误 請请 嗎吗 過过 時时 間间 運运 實实 認认 網网 購购 買买 單单 據据 報报 應应 當当 場场 務务 處处 業业 員员 線线 與与',
  '氣气 遠远 協协 會会 議议 機机 裏里 裡里 後后 讓让 從从 廣广 樓楼 賣卖 獎奖 勵励 補补 貼贴 歡欢 進进 來来 歲岁 媽妈 爺爷 學学 習习 專专 項项 財财 產产',
  '東东 華华 萬万 億亿 匯汇 滙汇 稅税 負负 責责 險险 續续 訂订 閱阅 飛飞 區区 鏡镜 頭头 熱热 門门 殺杀 撥拨 陸陆 鎖锁',
  '搶抢 輔辅 掛挂 將将 簡简 捲卷 幫帮 監监 儲储 圖图 啟启 啓启 優优 屬属 顯显 滿满 審审 寶宝 惡恶 動动 強强 斷断 罰罚 訴诉 誰谁 請请 讀读 寫写 買买 臨临 樣样 極极 愛爱 鐘钟 週周 嚴严 緊紧 證证 規规 違违 謝谢 節节 樂乐 飯饭 禮礼 辦办 終终 點点 爾尔 舊旧 換换 損损',
]

const table = new Map(pairs.flatMap((line) => line.split(' ')).map((pair) => [pair[0]!, pair[1]!]))

/** A character in its simplified form, where it is one that the phrases use. */
export function simplified(character: string): string {
  return table.get(character) ?? character
}
