/** The groups of the twelfth crowd. */

/** As `id, name, a circle or members of it, how many others`. */
export const groupPlan: readonly (readonly [string, string, string, number])[] = [
  ['g-line', '省城专线司机群', 'bus', 14],
  ['g-early', '早班车互助', 'bus1 bus2 bus3 bus6 bus11 bus14', 3],
  ['g-late', '晚班车互助', 'bus4 bus5 bus7 bus13 bus15', 3],
  ['g-canteen', '食堂订餐', 'bus1 bus3 bus4 bus6 bus9 bus10 bus11 bus12', 24],
  ['g-cards', '老地方打牌', 'bus2 bus5 bus8 bus15', 1],
  ['g-choir', '桃李合唱团', 'choir', 31],
  ['g-alto', '桃李合唱团低声部', 'choir1 choir3 choir5 choir8 choir11', 7],
  ['g-walk', '周三湖边走走', 'choir2 choir4 choir6 choir7 choir8', 2],
  ['g-tower', '锦苑3栋业主群', 'home', 70],
  ['g-mums', '3栋妈妈群', 'home1 home2 home5 home6 home8 home9 home10 home12', 6],
  ['g-buy', '锦苑团购群', 'home1 home3 home5 home6 home9 home10 home11 flat1 flat2', 44],
  ['g-class', '托班家长群', 'home1 home2 home4 home6 home8 home13', 20],
  ['g-sell', '本地闲置交流', 'sell', 52],
  ['g-sellers', '摆摊互助小队', 'sell1 sell2 sell5 sell9', 4],
  ['g-flat', '702室友', 'flat', 0],
  ['g-old-flat', '702老室友', 'flat1 flat3 flat4', 3],
]
