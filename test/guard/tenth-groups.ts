/** The groups of the tenth crowd. */

/** As `id, name, members of the cast, how many others`. */
export const groupPlan: readonly (readonly [string, string, string, number])[] = [
  [
    'g-crew',
    '天府三期罗家班',
    'foreman cashier mason tiler painter electric plumber welder carpenter young driver',
    9,
  ],
  ['g-two', '天府二期收尾', 'foreman cashier electric plumber driver', 6],
  ['g-eat', '工地饭搭子', 'mason tiler welder young canteen', 3],
  ['g-cards', '周末斗地主', 'painter electric carpenter driver', 1],
  ['g-luo', '罗氏一家亲', 'foreman cashier mason welder masonWife masonSon', 11],
  ['g-village', '五福镇老乡群', 'mason tiler plumber young oldTang auntHe masonWife tilerWife', 52],
  ['g-chens', '陈家四口', 'tiler tilerWife tilerGirl', 1],
  ['g-class', '小四班家长群', 'duo hao an tang mi rui you chen teacher', 26],
  ['g-class-plain', '小四班家委会', 'duo hao tang chen', 2],
  ['g-outing', '小四班春游拼车', 'duo an mi rui', 3],
  ['g-dance', '小天鹅启蒙一班', 'duo tang chen dance', 12],
  ['g-mums', '遛娃喝茶', 'duo an tang mi', 0],
  ['g-court', '羽你同行俱乐部', 'captain leiC coach jing bo xia gao min old kai hao', 45],
  ['g-tuesday', '周二羽球局', 'captain leiC jing bo xia min', 5],
  ['g-saturday', '周六羽球局', 'captain leiC gao min old kai', 6],
  ['g-after', '打完球干饭', 'leiC jing bo xia', 1],
  ['g-team', '增长一组', 'boss leiP tingting kai yang ming intern', 4],
  ['g-floor', '7楼干饭人', 'leiP kai yue ming qian intern', 3],
  ['g-flat', '华府合租三人组', 'kai ming dev', 0],
  ['g-company', '云栈科技大家庭', 'boss leiP tingting kai yang ming yue intern hr dev qian', 60],
  ['g-trip', '五一川西小队', 'leiP tingting yue dev qian', 0],
  ['g-cats', 'D区喂猫小组', 'tingting yue intern', 14],
]
