/** What stands under a heading of the second rank in a page, without the heading; an error where there is none. */
export function sectionOf(text: string, heading: string): string {
  const lines = text.split('\n');
  const begin = lines.indexOf(`## ${heading}`);
  if (begin === -1) throw new Error(`README.md has no section "${heading}"`);
  const length = lines.slice(begin + 1).findIndex((line) => line.startsWith('## '));
  return lines
    .slice(begin + 1, length === -1 ? undefined : begin + 1 + length)
    .join('\n')
    .trim();
}

/** The promises of README.md: "- **Title.** Words over several lines". */
function promises(readme: string): { readonly title: string; readonly details: string }[] {
  const [, ...items] = `\n${sectionOf(readme, 'What we promise, and what not').split('\n\n')[0]!}`.split('\n- **');
  return items.map((item) => {
    const [title = '', words = ''] = item.split('**');
    const details = words.replaceAll(/\s+/g, ' ').replace(/^[,:\s]+/, '');
    const plain = details.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1').trim();
    return { title: title.replace(/\.$/, ''), details: plain.charAt(0).toUpperCase() + plain.slice(1) };
  });
}

/**
 * The home page, made of the description in package.json and of README.md, so that no figure and hardly a sentence stands in two places: what the library is, what is
 * promised, and its ten lines with what they print (a test runs them).
 */
export function homePage(readme: string, description: string): string {
  const [text = '', tagline = ''] = description.split(': ');
  const frontMatter = {
    layout: 'home',
    title: 'backtilt',
    titleTemplate: text,
    hero: {
      name: 'backtilt',
      text,
      tagline: tagline.charAt(0).toUpperCase() + tagline.slice(1),
      actions: [
        { theme: 'brand', text: 'Start', link: '/start' },
        { theme: 'alt', text: 'Try it here', link: '/try-it' },
        { theme: 'alt', text: 'What the articles say', link: '/claims' },
      ],
    },
    features: promises(readme),
  };
  return [
    `---\n${JSON.stringify(frontMatter, null, 2)}\n---`,
    readme.split('\n\n')[2]!,
    '```sh\nnpm install backtilt\nnpx backtilt demo\n```',
    '## Ten lines',
    sectionOf(readme, 'Ten lines'),
    '## Two of its pictures',
    ...sectionOf(readme, 'See it').match(/^!\[.*$/gm)!,
    '[All charts](docs/charts.md) · [recipes](docs/cookbook.md) · [claims of market articles, with a verdict each](docs/claims.md)',
    '',
  ].join('\n\n');
}
