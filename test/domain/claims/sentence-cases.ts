/** A sentence about the sample clinic's publication, and the verdicts that are right of its numbers, by kind of sentence. */
export type SentenceCase = readonly [text: string, right: Readonly<Record<string, string>>];

/** Right is one of several where reasonable people differ; `ignored` is a number that speaks of no outcome. */
export const TRUE = 'supported|supported-rounded';
export const FALSE = 'contradicted|other-set|not-published|inconsistent|stale';

/**
 * Published of 2025 and 2026: 175 started, 120 scored at infusions 1 and 6, 100 of these responded. 35.0 to 11.2 is 23.8
 * points (22.0 to 25.6) or 68 %; of the responders 34.9 to 8.9, 74 %. Response 83 % (76 to 89) of the 120 and 57 % (50 to
 * 64) of the 175; below 20: 86 and 59 %; at most 10: 54 and 37 %; worsened is withheld.
 */
export const SENTENCES: Readonly<Record<string, readonly SentenceCase[]>> = {
  'a fall of means in any order of words': [
    ['Mean scores fell by 68 % among the completers.', { '68 %': TRUE }],
    ['Among completers the mean score fell 68 %.', { '68 %': TRUE }],
    ['A 68 % reduction in mean scores was seen in completers.', { '68 %': TRUE }],
    ['Completers had a mean reduction of 68 %.', { '68 %': TRUE }],
    [
      'There was a reduction of the average CUDOS score of 68 % in patients who completed the series.',
      { '68 %': TRUE },
    ],
    ['The mean score of completers was lower by 68 % after the series.', { '68 %': TRUE }],
    ['By 68 % the average score of those with all six infusions dropped.', { '68 %': TRUE }],
    ['Completers: mean CUDOS down 68 %.', { '68 %': TRUE }],
    ['Average depression scores decreased 23.8 points among completers.', { '23.8 points': TRUE }],
    ['From averages of 35.0 to 11.2, completers improved by 68 %.', { '35.0': TRUE, '11.2': TRUE, '68 %': TRUE }],
    ['Responders went from averages of 34.9 to 8.9.', { '34.9': TRUE, '8.9': TRUE }],
    ['Among those with success the mean fell by 74 %.', { '74 %': TRUE }],
  ],
  'a fall of means is no share, and a share no fall': [
    ['Average scores fell by 83 % among patients who had all six infusions.', { '83 %': FALSE }],
    ['Mean scores dropped 57 % in everyone who started.', { '57 %': FALSE }],
    ['Depression scores decreased by 86 % in those who finished.', { '86 %': FALSE }],
    ['A mean reduction of 83 % was seen among completers.', { '83 %': FALSE }],
    ['68 % of completers responded.', { '68 %': FALSE }],
    ['74 % of our patients responded.', { '74 %': FALSE }],
    ['Symptoms went down by 83 % after six infusions.', { '83 %': FALSE }],
  ],
  'another scale': [
    ['PHQ-9 scores fell by 68 % among completers.', { '68 %': FALSE }],
    ['The MADRS score fell from 35.0 to 11.2.', { '35.0': FALSE, '11.2': FALSE }],
    ['On the BDI, mean scores fell by 68 %.', { '68 %': FALSE }],
    ['Pain scores dropped by 68 % in those who had all six infusions.', { '68 %': FALSE }],
    ['Anxiety fell by 68 % among completers.', { '68 %': FALSE }],
    ['Quality of life improved by 68 %.', { '68 %': FALSE }],
    ['83 % of completers responded on the HAM-D.', { '83 %': FALSE }],
  ],
  'another condition, other people, another treatment': [
    ['83 % of patients with OCD who completed the series responded.', { '83 %': FALSE }],
    ['For bipolar depression, 83 % of completers responded.', { '83 %': FALSE }],
    ['57 % of veterans who started responded.', { '57 %': FALSE }],
    ['Among women, 83 % of completers responded.', { '83 %': FALSE }],
    ['83 % of teenagers who finished responded.', { '83 %': FALSE }],
    ['57 % of those over 65 who started responded.', { '57 %': FALSE }],
    ['57 % of all who started esketamine responded.', { '57 %': FALSE }],
    ['With TMS, 57 % of all who started responded.', { '57 %': FALSE }],
    ['83 % of first responders who finished got better by half.', { '83 %': FALSE }],
    ['After antidepressants failed, 57 % of all who started with us responded.', { '57 %': TRUE }],
    ['83 % of completers responded, compared with 40 % on antidepressants.', { '83 %': TRUE, '40 %': FALSE }],
  ],
  'another time': [
    ['Within 24 hours, 83 % of those who had all six infusions responded.', { '83 %': FALSE }],
    ['After 6 months, 83 % of completers were responders.', { '83 %': FALSE }],
    ['Six months later 57 % of all who started were still responders.', { '57 %': FALSE }],
    ['After the first infusion 57 % of all who started responded.', { '57 %': FALSE }],
    ['After two infusions the mean score had fallen by 68 %.', { '68 %': FALSE }],
    ['One month after the series 83 % of completers responded.', { '83 %': FALSE }],
    ['After six infusions over three weeks, 83 % of completers responded.', { '83 %': TRUE }],
  ],
  'another period': [
    ['Last month, 57 % of everyone who started responded.', { '57 %': FALSE }],
    ['In the first half of 2025, 57 % of all who started responded.', { '57 %': FALSE }],
    ['In Q3 2025 83 % of completers responded.', { '83 %': FALSE }],
    ['In March 2026, 83 % of completers responded.', { '83 %': FALSE }],
    ['This year 57 % of all who started responded.', { '57 %': FALSE }],
    ['In 2024, 57 % of all who started responded.', { '57 %': FALSE }],
    ['In 2025 and 2026, 57 % of all who started responded.', { '57 %': TRUE }],
    ['From January 2025 to December 2026 83 % of completers responded.', { '83 %': TRUE }],
    ['Results 2025-2026: 57 % of all who started responded.', { '57 %': TRUE }],
    ['Since January 2025 57 % of all who started have responded.', { '57 %': TRUE }],
    ['Founded in 2012, we saw 57 % of all who started respond.', { '57 %': TRUE }],
  ],
  'an interval that is not published': [
    ['57 % of all who started responded (95 % CI 55 to 59 %).', { '57 %': TRUE, '55 to 59 %': FALSE }],
    ['57 % of all who started responded (95 % CI 50 to 64 %).', { '57 %': TRUE, '50 to 64 %': TRUE }],
    ['Mean reduction 23.8 points (95 % CI 23.1 to 24.5).', { '23.8 points': TRUE, '23.1 to 24.5': FALSE }],
    ['83 % of completers responded (76 to 89 %).', { '83 %': TRUE, '76 to 89 %': TRUE }],
  ],
  'words in place of a number': [
    ['All patients improved.', { All: FALSE }],
    ['Every patient responded.', { Every: FALSE }],
    ['Everyone who finished got better.', { Everyone: FALSE }],
    ['Nobody got worse.', { Nobody: FALSE }],
    ['None of our patients worsened.', { None: FALSE }],
    ['No patient failed to respond.', { No: FALSE }],
    ['Most of our patients respond.', { Most: TRUE }],
    ['The majority of completers responded.', { 'The majority': TRUE }],
    ['The vast majority of patients respond.', { 'The vast majority': FALSE }],
    ['Nearly everyone improves.', { 'Nearly everyone': FALSE }],
    ['Virtually all patients reach remission.', { 'Virtually all': FALSE }],
    ['We doubled the response rate.', { doubled: FALSE }],
    ['Depression scores halved.', { halved: FALSE }],
    ['Three times as many patients respond as with pills.', { 'Three times': FALSE }],
    ['Our results are better than the national average.', { 'better than the national average': FALSE }],
    ['It is more effective than antidepressants.', { 'more effective than antidepressants': FALSE }],
    ['57 % of everyone who started responded.', { '57 %': TRUE }],
    ['Of all 175 patients who started, 100 responded.', { 175: TRUE, 100: TRUE }],
  ],
  'who stopped, and who did not respond': [
    ['55 of the 175 patients stopped early.', { '55 of the 175': TRUE }],
    ['31 % of those who started stopped before infusion 6.', { '31 %': TRUE }],
    ['Almost a third of our patients dropped out.', { 'Almost a third': TRUE }],
    ['43 % of all who started did not respond.', { '43 %': TRUE }],
    ['10 % of all who started stopped early.', { '10 %': FALSE }],
    ['Nearly 6 out of 10 of all who started responded.', { 'Nearly 6 out of 10': TRUE }],
    ['Seven out of ten finished the series.', { 'Seven out of ten': TRUE }],
  ],
  'two groups in one sentence': [
    ['83 % of completers and 57 % of all who started responded.', { '83 %': TRUE, '57 %': TRUE }],
    ['Response was 57 % among all who started and 83 % among completers.', { '57 %': TRUE, '83 %': TRUE }],
    ['57 % of completers and 83 % of all who started responded.', { '57 %': FALSE, '83 %': FALSE }],
    [
      'From 57 % of those who started to 83 % of those who finished, patients responded.',
      { '57 %': TRUE, '83 %': TRUE },
    ],
  ],
  'numbers that claim no outcome': [
    ['CUDOS is a 64-point scale.', { 64: 'ignored' }],
    ['CUDOS goes from 0 to 64.', { '0 to 64': 'ignored' }],
    ['"I went from 52 to 9 in two weeks," says Ana, 34.', { 52: 'ignored', 9: 'ignored', 34: 'ignored' }],
    ['My score fell from 41 to 12.', { 41: 'ignored', 12: 'ignored' }],
    ['Open 7 days a week from 8 to 18.', { 7: 'ignored' }],
    ['Six infusions of 40 minutes cost $3,000.', { Six: 'ignored', 40: 'ignored', '$3,000': 'ignored' }],
    ['For ages 18 to 65.', { '18 to 65': 'ignored' }],
  ],
  'a language that is not read': [
    ['57 % der Patienten haben angesprochen.', { '57 %': FALSE }],
    ['Le score moyen a baissé de 68 % chez les patients.', { '68 %': FALSE }],
    ['El 83 % de los pacientes respondieron.', { '83 %': FALSE }],
    ['83 % の患者が反応しました。', { '83 %': FALSE }],
  ],
};
