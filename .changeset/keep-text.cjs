// Lays each changeset's text into CHANGELOG.md as it stands; `npm run release:version` then puts it under our headings.
module.exports = {
  getReleaseLine: ({ summary }) => Promise.resolve(`<!-- changeset -->\n\n${summary.trim()}\n`),
  getDependencyReleaseLine: () => Promise.resolve(''),
};
