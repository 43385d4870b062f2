import DebriefModel

/// Reads `reasons.yaml`.
enum ReasonsFile {
  static let name = "reasons.yaml"

  /// The reasons of a file, in its order. Entries of `base` stay, those of the same code are
  /// replaced: a finding on file keeps its code, so a code never goes away.
  static func read(_ text: String, file: String, base: [Reason]) -> (
    reasons: [Reason], faults: [Fault]
  ) {
    let reader = Reader(file: file)
    guard let root = reader.root(of: text),
      let fields = reader.fields(root, "a reasons file", ["reasons", "extends"])
    else { return (base, reader.faults) }
    _ = fields.flag("extends")
    if !fields.has("reasons") { reader.fault(fields.line, "a reasons file needs `reasons`") }
    var reasons = base
    var seen: Set<String> = []
    for node in reader.list(fields.node("reasons"), "reasons") {
      guard let reason = reason(node, reader, &seen) else { continue }
      if let place = reasons.firstIndex(where: { $0.code == reason.code }) {
        reasons[place] = reason
      } else {
        reasons.append(reason)
      }
    }
    return (reasons, reader.faults)
  }

  private static func reason(_ node: Yaml, _ reader: Reader, _ seen: inout Set<String>) -> Reason? {
    guard
      let fields = reader.fields(
        node, "a reason", ["code", "title", "group", "control", "evidence", "ats", "interview"])
    else { return nil }
    let code = fields.need("code")
    let isSound =
      code.hasPrefix("R-") && code.count > 2
      && code.dropFirst(2).allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "-") }
    if !code.isEmpty, !isSound {
      fields.fault("code", "`\(code)` is not a code: type R- and capital letters, such as R-TECH")
    }
    if code == "R-BIAS" {
      fields.fault("code", "R-BIAS belongs in a private note: it is never scored or counted")
    }
    if !seen.insert(code).inserted, !code.isEmpty {
      fields.fault("code", "the reason `\(code)` appears twice")
    }
    if !fields.has("control") { reader.fault(fields.line, "a reason needs `control`") }
    let control = fields.word("control", Words.controls)
    var reason = Reason(
      code: code, title: fields.need("title"), control: control ?? .partly,
      evidence: fields.need("evidence"), ats: fields.text("ats") ?? "")
    reason.group = fields.word("group", of: Reason.Group.self) ?? .unknown
    reason.interview = fields.word("interview", of: Reason.Interview.self) ?? .any
    return reason
  }
}
