/** A spreadsheet of so many made-up courses, as a clinic would send it. */
export async function spreadsheetOf(built, courses) {
  const { syntheticCourses } = await import(`${built}/src/commands/sample/synthetic-courses.js`);
  const lines = [HEADER];
  for (const course of syntheticCourses(courses, 1)) lines.push(lineOf(lines.length, course));
  return lines.join('\n');
}

const INFUSIONS = [1, 2, 3, 4, 5, 6];
const visits = INFUSIONS.flatMap((number) => [`date_${number}`, `score_${number}`]);
const HEADER = ['chart_number', ...visits, 'stopped_on', 'stopped_reason'].join(',');

function lineOf(number, { slots, stopped }) {
  const cells = INFUSIONS.flatMap((infusion) => {
    const entry = slots.find(({ slot }) => slot === `infusion-${infusion}`);
    return entry?.state === 'scored' ? [entry.assessedOn, entry.total] : ['', ''];
  });
  return [`S-${number}`, ...cells, stopped?.on ?? '', stopped?.reason ?? ''].join(',');
}
