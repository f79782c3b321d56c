/**
 * The 99 things the two articles describe, each with what became of it here: a step or a warning of the advisor, another
 * part of Laisee, or nothing (W: refused, with its reason in refused.ts; N and X: noted, or contradicted).
 */

import type { DontId } from '../donts.ts'
import type { StepId } from '../steps/steps.ts'

export type Judgement = 'I' | 'A' | 'W' | 'N' | 'X'

export interface Row {
  row: number
  judgement: Judgement
  /** What the advisor does with it. */
  here?: readonly (StepId | DontId)[]
  /** Which part of Laisee has it instead. */
  elsewhere?: string
}

const here = (row: number, judgement: Judgement, ...ids: (StepId | DontId)[]): Row => ({
  row,
  judgement,
  here: ids,
})
const elsewhere = (row: number, judgement: Judgement, where: string): Row => ({
  row,
  judgement,
  elsewhere: where,
})
const refusedRow = (row: number): Row => ({ row, judgement: 'W' })

export const rows: readonly Row[] = [
  here(1, 'I', 'look_at_it', 'wait_until_it_goes_back', 'recall_here'),
  here(2, 'I', 'wait_until_it_goes_back', 'see_that_it_came_back'),
  here(3, 'I', 'recall_the_rest_here', 'wait_until_it_goes_back', 'see_that_it_came_back'),
  here(4, 'I', 'undo_here', 'wait_until_it_goes_back', 'ask_in_writing'),
  here(5, 'I', 'ask_not_to_open', 'call_once', 'wait_until_it_goes_back'),
  here(6, 'I', 'undo_here', 'ask_not_to_open'),
  here(7, 'I', 'ask_not_to_open'),
  elsewhere(8, 'I', 'guard: confirm by risk'),
  elsewhere(9, 'I', 'approvals'),
  here(10, 'I', 'call_once', 'ask_in_writing'),
  here(11, 'I', 'call_once', 'remind_once', 'demand_in_writing'),
  refusedRow(12),
  here(13, 'A', 'call_once'),
  refusedRow(14),
  here(15, 'I', 'wait_until_it_goes_back'),
  here(16, 'A', 'make_an_evidence_pack'),
  here(17, 'I', 'remind_once'),
  here(18, 'I', 'wait_until_it_goes_back'),
  here(19, 'I', 'call_once', 'ask_in_writing'),
  elsewhere(20, 'I', 'holds by recipient tag'),
  elsewhere(21, 'I', 'remark presets and test packets'),
  elsewhere(22, 'I', 'kinds of packets'),
  elsewhere(23, 'N', 'noted'),
  here(24, 'I', 'tell_the_group', 'ask_each_in_private'),
  elsewhere(25, 'I', 'insights: measured claim times; claim conditions'),
  refusedRow(26),
  elsewhere(27, 'I', 'split planner'),
  here(28, 'A', 'ask_bank_and_platform_to_stop'),
  elsewhere(29, 'I', 'guard: sums with a meaning'),
  refusedRow(30),
  refusedRow(31),
  refusedRow(32),
  refusedRow(33),
  refusedRow(34),
  refusedRow(35),
  refusedRow(36),
  here(37, 'A', 'no_tricks_on_the_phone'),
  here(38, 'I', 'ask_in_writing', 'no_invention'),
  refusedRow(39),
  refusedRow(40),
  here(41, 'A', 'ask_in_writing', 'no_invention'),
  here(42, 'I', 'ask_in_writing'),
  here(43, 'I', 'tell_the_group'),
  refusedRow(44),
  here(45, 'I', 'agree_on_parts'),
  here(46, 'I', 'ask_in_writing', 'return_the_way_it_came'),
  elsewhere(47, 'A', 'group collection'),
  refusedRow(48),
  refusedRow(49),
  here(50, 'I', 'open_a_platform_case'),
  here(51, 'I', 'open_a_platform_case', 'keep_what_you_have'),
  refusedRow(52),
  here(53, 'I', 'next_time'),
  here(54, 'I', 'decide_on_an_action', 'enrichment_is_left'),
  here(55, 'I', 'weigh_a_gift', 'stop_after_one_request', 'say_what_it_was_for'),
  here(56, 'I', 'decide_on_an_action'),
  here(57, 'I', 'make_an_evidence_pack'),
  here(58, 'I', 'decide_on_an_action', 'stop_after_one_request'),
  elsewhere(59, 'I', 'guard: sums with a meaning'),
  elsewhere(60, 'A', 'step-up with a security key'),
  refusedRow(61),
  elsewhere(62, 'I', 'facts as shown, stored with each send'),
  elsewhere(63, 'I', 'limits'),
  elsewhere(64, 'I', 'approvals'),
  refusedRow(65),
  elsewhere(66, 'I', 'family limits'),
  elsewhere(67, 'A', 'hesitation pause, without biometrics'),
  here(68, 'A', 'next_time'),
  elsewhere(69, 'N', 'noted'),
  here(70, 'I', 'look_at_the_delayed_transfer', 'recall_here'),
  elsewhere(71, 'I', 'escrow'),
  here(72, 'I', 'ask_not_to_open', 'ask_in_writing'),
  elsewhere(73, 'I', 'states of a packet'),
  elsewhere(74, 'I', 'ledger and claims; no biometric of a claimer'),
  elsewhere(75, 'X', 'waiting is lawful and needs nobody'),
  here(76, 'I', 'call_once'),
  here(77, 'I', 'ask_not_to_open', 'ask_in_writing', 'tell_finance_and_log'),
  elsewhere(78, 'I', 'limits as data'),
  elsewhere(79, 'I', 'policies'),
  here(80, 'I', 'stop_what_pays_by_itself', 'tell_finance_and_log'),
  here(81, 'I', 'tell_finance_and_log', 'query_the_order'),
  here(82, 'I', 'no_password_to_anyone'),
  here(83, 'I', 'no_links_no_fees'),
  here(84, 'A', 'open_a_platform_case'),
  here(85, 'I', 'no_links_no_fees'),
  refusedRow(86),
  here(87, 'I', 'no_links_no_fees', 'consult_96110'),
  elsewhere(88, 'I', 'recipient card'),
  here(89, 'I', 'next_time'),
  elsewhere(90, 'I', 'no one-tap resend'),
  elsewhere(91, 'I', 'approvals'),
  elsewhere(92, 'I', 'guardian alerts'),
  elsewhere(93, 'I', 'minor profile'),
  elsewhere(94, 'I', 'audit log and proofs'),
  elsewhere(95, 'I', 'expiry as an option'),
  elsewhere(96, 'I', 'cooling-off'),
  here(97, 'I', 'pause_it'),
  elsewhere(98, 'I', 'guard'),
  here(99, 'A', 'ask_in_writing', 'no_tricks_on_the_phone'),
]
