/// The form in which a file is written: the one that was asked for, else the one its name promises. A
/// name that promises what is not made here is refused, for a page.pdf with plain text in it is worse
/// than none.
package struct FileForm<Form: Hashable & Sendable>: Sendable {
  /// What is written, such as "a report".
  package let what: String
  /// The form where neither an option nor the name says any.
  package let usual: Form
  /// The forms by the suffixes that promise them, in lower case.
  package let bySuffix: [String: Form]

  /// Makes one.
  package init(what: String, usual: Form, bySuffix: [String: Form]) {
    self.what = what
    self.usual = usual
    self.bySuffix = bySuffix
  }

  /// The form for a file; nil and `-` are stdout, which promises nothing.
  ///
  /// - Throws: A sentence where the name is empty, or ends as another form than the one that is asked for does,
  ///   or as none that can be written.
  package func of(_ path: String?, asked: Form? = nil) throws(Failure) -> Form {
    if let path, path.isEmpty {
      throw Failure.emptyFileName
    }
    guard let path, let suffix = documentSuffix(path) else { return asked ?? usual }
    // Plain text may be anything that is readable.
    if let form = bySuffix[suffix], !plainSuffixes.contains(suffix), let asked, form != asked {
      throw Failure(
        "\(path) ends in .\(suffix), and you asked for another format. Change the name, or leave "
          + "the format out.", code: ExitStatus.usage)
    }
    if let asked { return asked }
    if let form = bySuffix[suffix] { return form }
    let names = bySuffix.keys.filter { !otherSuffixes.contains($0) }.sorted().map { "." + $0 }
    let list =
      switch names.count {
      case 0...2: names.joined(separator: " or ")
      default: names.dropLast().joined(separator: ", ") + ", or " + names[names.count - 1]
      }
    throw Failure(
      "debrief can't write \(what) as \(suffix). End the file name in \(list).",
      code: ExitStatus.usage)
  }
}

/// What the name of a file promises to hold, in lower case; nil when that is nothing that is known, as
/// with `notes.acme` or `9.mar`.
package func documentSuffix(_ path: String) -> String? {
  let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
  let suffix = name[name.index(after: dot)...].lowercased()
  return documentSuffixes.contains(suffix) ? suffix : nil
}

/// Suffixes that promise something to read and nothing else.
private let plainSuffixes: Set<String> = ["log", "text", "txt"]

/// Suffixes that are read but not named: there is one people know better.
private let otherSuffixes: Set<String> = ["htm", "log", "markdown", "text"]

private let documentSuffixes: Set<String> = [
  "csv", "db", "doc", "docx", "eml", "epub", "gif", "gz", "htm", "html", "ics", "jpeg", "jpg",
  "json", "jsonl", "log", "markdown", "mbox", "md", "mht", "mhtml", "msg", "odp", "ods", "odt",
  "org", "pdf", "png", "pptx", "ps", "rst", "rtf", "sql", "sqlite", "sqlite3", "svg", "tar",
  "tex", "text", "toml", "tsv", "txt", "vcf", "xhtml", "xls", "xlsx", "xml", "yaml", "yml",
  "zip",
]
