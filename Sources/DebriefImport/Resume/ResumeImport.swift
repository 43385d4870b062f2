import DebriefModel
import Foundation

/// Makes of a résumé in JSON (JSON Resume, jsonresume.org) what the store has a place for: who the user is, this
/// version of the résumé, and, for one application, the claims they may ask about and evidence for what the
/// job asks for. What it has no place for is named.
public struct ResumeImport {
  /// A résumé may have so many bytes.
  public static let limit = 16 << 20
  /// So many claims are proposed.
  static let mostClaims = 40

  private let now: Moment
  private let profile: Profile?
  private let resumes: [Resume]
  private let target: Dossier?

  /// - Parameters:
  ///   - resumes: The versions on file.
  ///   - target: The application whose claims and requirements are meant; nil for none.
  public init(now: Moment, profile: Profile?, resumes: [Resume], target: Dossier? = nil) {
    (self.now, self.profile, self.resumes, self.target) = (now, profile, resumes, target)
  }

  /// What a résumé would add.
  ///
  /// - Throws: ``ImportFault`` for what is none.
  public func proposal(_ bytes: [UInt8], name: String) throws(ImportFault) -> Proposal {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let data = Data(bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
    guard var read = try? JSONSerialization.jsonObject(with: data) else {
      throw ImportFault(.data, "\(name) isn't JSON, or it's nested too deep to be a résumé.")
    }
    if let list = read as? [Any], list.count == 1 { read = list[0] }
    guard let whole = read as? [String: Any] else {
      throw ImportFault(
        .data, "\(name) isn't one résumé: it should be one object with basics, work, or skills.")
    }
    let root = ResumeForms.today(whole)
    let basics = root["basics"] as? [String: Any] ?? [:]
    let isThere = ["work", "skills"].contains { part in
      whole[part] is [Any] || !ResumeImport.list(root[part]).isEmpty
    }
    guard !basics.isEmpty || isThere else {
      throw ImportFault(
        .data,
        "\(name) has no basics, work, or skills, so it isn't a résumé in the JSON Resume form.")
    }
    var proposal = Proposal(title: "résumé imported")
    person(basics, &proposal)
    version(root, basics, &proposal)
    var parts = ResumeParts(root)
    if let target {
      claims(&parts, target, &proposal)
      evidence(&parts, target, &proposal)
    } else {
      proposal.remarks.append(
        "with --to COMPANY, its claims and skills are added to that application's preparation")
    }
    if let left = parts.left { proposal.remarks.append("left out: \(left)") }
    return proposal
  }

  // MARK: - Who

  private func person(_ basics: [String: Any], _ proposal: inout Proposal) {
    var next = profile ?? Profile()
    var said: [String] = []
    func fill(_ field: WritableKeyPath<Profile, String>, _ key: String, _ what: String) {
      let value = ResumeImport.line(basics[key])
      guard !value.isEmpty, value != next[keyPath: field] else { return }
      if next[keyPath: field].isEmpty {
        next[keyPath: field] = value
        said.append("\(what) \(value)")
      } else {
        proposal.remarks.append("your \(what) stays as it is: \(next[keyPath: field])")
      }
    }
    fill(\.name, "name", "name")
    fill(\.email, "email", "email")
    fill(\.phone, "phone", "phone number")
    guard !said.isEmpty else { return }
    proposal.entries.append(
      Proposal.Entry(
        "Your profile: \(said.joined(separator: ", "))",
        [profile.map { .update(from: .profile($0), to: .profile(next)) } ?? .insert(.profile(next))]
      ))
  }

  private func version(_ root: [String: Any], _ basics: [String: Any], _ proposal: inout Proposal) {
    let summary = ResumeImport.text(basics["summary"])
    let opening = summary.split(whereSeparator: \.isNewline).prefix(3).joined(separator: "\n")
    let skills = ResumeImport.list(root["skills"]).map { ResumeImport.line($0["name"]) }.filter {
      !$0.isEmpty
    }
    guard !opening.isEmpty || !skills.isEmpty else { return }
    let meta = root["meta"] as? [String: Any] ?? [:]
    let label = ResumeImport.line(basics["label"])
    let version = ResumeImport.line(meta["version"])
    let title = [label.isEmpty ? "Résumé" : label, version].filter { !$0.isEmpty }.joined(
      separator: " ")
    let best = skills.prefix(3).joined(separator: ", ")
    if resumes.contains(where: { $0.opening == opening && $0.skills == best }) { return }
    let taken = resumes.contains { NameFolding.isSame($0.name, title) }
    let id = StableID.of("resume", title, opening, best)
    let resume = Resume(id: id, recorded: now) {
      $0.name = taken ? "\(title), \(now.day.dated)" : title
      $0.opening = opening
      $0.skills = best
    }
    proposal.entries.append(
      Proposal.Entry(
        "A version of your résumé: \(resume.name)",
        details: best.isEmpty ? [] : ["Best skills: \(best)."], [.insert(.resume(resume))]))
  }

  // MARK: - For one application

  private func claims(
    _ parts: inout ResumeParts, _ dossier: Dossier, _ proposal: inout Proposal
  ) {
    let known = dossier.preparations.filter { $0.kind == .claim }.map(\.text)
    var seen: Set<String> = []
    var more = 0
    for it in parts.claims() {
      guard !known.contains(it.text), seen.insert(it.text).inserted else { continue }
      guard seen.count <= ResumeImport.mostClaims else {
        more += 1
        continue
      }
      let id = StableID.of("claim", dossier.application.id.text, it.text)
      let claim = Preparation(
        id: id, application: dossier.application.id, kind: .claim, recorded: now
      ) {
        $0.text = it.text
        $0.detail = it.place
        $0.state = .needsProof
      }
      proposal.entries.append(
        Proposal.Entry(
          "\(dossier.application.company): a claim they may ask about: \(it.text.prefix(120))",
          [.insert(.preparation(claim))]))
    }
    if more > 0 {
      proposal.remarks.append(
        "only the first \(ResumeImport.mostClaims) claims are proposed, and \(more) are left out")
    }
  }

  /// Evidence for what the job asks for: whatever of the résumé the requirement names.
  private func evidence(
    _ parts: inout ResumeParts, _ dossier: Dossier, _ proposal: inout Proposal
  ) {
    for it in dossier.preparations where it.kind == .requirement {
      let found = parts.evidence(for: it.text)
      guard !found.isEmpty, it.detail.isEmpty else { continue }
      let list = found.prefix(5).joined(separator: ", ")
      var next = it
      next.detail = "In your résumé: " + list
      proposal.entries.append(
        Proposal.Entry(
          "\(dossier.application.company): evidence for “\(it.text.prefix(80))”: \(list)",
          [.update(from: .preparation(it), to: .preparation(next))]))
    }
  }

  // MARK: - Reading

  static func list(_ value: Any?) -> [[String: Any]] {
    ResumeForms.entries(value)
  }
  static func text(_ value: Any?) -> String {
    Harmless.text(ResumeForms.text(value) ?? "").trimmed
  }
  static func line(_ value: Any?) -> String {
    String(Harmless.line(ResumeForms.text(value) ?? "").prefix(300))
  }
  static func texts(_ value: Any?) -> [String] {
    ResumeForms.texts(value).map { Harmless.line($0) }.filter { !$0.isEmpty }
  }

  static func keywords(_ value: Any?) -> [String] {
    ResumeForms.texts(value, separator: ",").map { Harmless.line($0) }.filter { !$0.isEmpty }
  }

  /// `Engineer at Acme, March 2020 to 2023`.
  static func place(_ it: [String: Any]) -> String {
    let role = line(it["position"])
    let name = line(it["name"]).isEmpty ? line(it["organization"]) : line(it["name"])
    let what = [role, name].filter { !$0.isEmpty }.joined(separator: " at ")
    let (start, end) = (date(line(it["startDate"])), date(line(it["endDate"])))
    let when = start.isEmpty ? end : "\(start) to \(end.isEmpty ? "today" : end)"
    return [what, when].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// `2020`, `2020-03` and `2020-03-01`, as one says them.
  static func date(_ text: String) -> String {
    let parts = text.split(separator: "-").map(String.init)
    guard let year = parts.first, year.count == 4, Int(year) != nil else { return "" }
    guard parts.count > 1, let month = Int(parts[1]), (1...12).contains(month) else { return year }
    return "\(Day.months[month - 1]) \(year)"
  }
}
