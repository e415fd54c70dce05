/** A column that is about a person whatever stands beside it. */
const STRONG =
  /^(?:e.?mails?|e.?mail.?(?:address|id)|(?:tele|mobile.?|cell.?|home.?)?phone(?:.?(?:number|no))?|mobile(?:.?(?:number|no))?|ssn|social.?security(?:.?number)?|passport(?:.?(?:number|no))?|iban|credit.?card(?:.?number)?|card.?number|(?:date.?of.?birth|birth.?date|dob|birthday)|(?:first|last|full|family|given|maiden|sur).?name|patient.?(?:id|name)|national.?id|tax.?id|driver.?s?.?licen[cs]e|home.?address|street(?:.?address)?|medical.?record(?:.?number)?|mrn|vorname|nachname|geburtsdatum|telefon(?:nummer)?)$/i;
/** One that is about a person where another such column stands beside it. */
const WEAK =
  /^(?:name|customer.?name|user.?name|client.?name|employee.?name|age|gender|sex|address|zip(?:.?code)?|post(?:al)?.?code|city|salary|income|nationality|religion|ethnicity|race|marital.?status|diagnosis|blood.?(?:type|group)|ip(?:.?address)?)$/i;
const NAMES = /^(?:.*name|address|ip(?:.?address)?)$/i;

/** The columns that look personal, of a table with these; none where only common words stand there. */
export function personalColumns(columns: readonly string[]): readonly string[] {
  const names = columns.map(column => column.trim());
  const strong = names.filter(name => STRONG.test(name));
  const weak = names.filter(name => WEAK.test(name));
  // Age beside sex is every data set; a name beside them is a person.
  const together = weak.length >= 2 && weak.some(name => NAMES.test(name));
  return strong.length > 0 || together ? [...strong, ...weak] : [];
}

/** The columns' names of a data frame as pandas, polars or Spark write it into HTML; none where it holds no such table. */
export function columnsOfHtml(html: string): readonly string[] {
  if (!/<table[^>]{0,200}\bclass="[^"]{0,100}\bdataframe\b/.test(html)) return [];
  const head = html.slice(0, 100_000);
  const [, inside = ''] = /<thead[^>]*>(.*?)<\/thead>/s.exec(head) ?? [];
  return [...inside.matchAll(/<th\b[^>]*>([^<]{1,100})<\/th>/g)].map(([, name = '']) => name);
}

/** The same of a data frame as text: a line of names over lines that begin with a number. */
export function columnsOfText(text: string): readonly string[] {
  const [head = '', first = '', second = ''] = text.slice(0, 20_000).split('\n');
  if (!/^\s{2,}\S/.test(head) || !/^\d+\s{2,}\S/.test(first) || !/^(?:\d+|\.+|\[?\d+ rows|$)/.test(second.trim()))
    return [];
  return head.trim().split(/\s{2,}|\s+/);
}
