import DebriefModel

/// Whose word counts in a folder: anybody may have prepared it, and git runs programs that the settings of a folder
/// name. What only the folder says is refused, unless the user has said that it is theirs.
struct FolderTrust {
  /// In the user's own settings: a folder whose settings are theirs, too.
  static let key = "debrief.trusted"
  /// The last parts of the names of settings that have git run something, in small letters as git lists them. Those
  /// that no run of ours heeds, such as an editor or an alias, are not among them.
  private static let running: Set<Substring> = [
    "askpass", "clean", "command", "defaultkeycommand", "driver", "gitproxy", "helper", "process",
    "program", "receivepack", "smudge", "sshcommand", "uploadpack", "vcs",
  ]

  private let path: String
  private let git: GitProgram

  init(_ path: String, _ git: GitProgram) { (self.path, self.git) = (path, git) }

  /// Refuses a folder whose own settings would have git run something.
  func judge() throws(Failure) {
    let all = try settings()
    let names = FolderTrust.suspects(all)
    if names.isEmpty || isTrusted(all) { return }
    let more = names.count > 3 ? ", and \(names.count - 3) more" : ""
    throw Failure(
      "The git settings in \(path) would run other programs: "
        + "\(names.prefix(3).joined(separator: ", "))\(more). If they're yours, say so once: "
        + "git config --global --add \(FolderTrust.key) '\(path)'", code: ExitStatus.data)
  }

  /// What git is told of the other side, where that is a folder on this machine: its hooks are as little the user's
  /// as those of this folder.
  ///
  /// - Parameter service: What runs there.
  func there(_ service: String, of remote: String) throws(Failure) -> [String] {
    let all = try settings()
    if isTrusted(all) { return [] }
    // Written for reading and for sending, either of which may be led elsewhere by other settings.
    let places =
      try git.run(["remote", "get-url", "--all", remote]).out
      + git.run(["remote", "get-url", "--all", "--push", remote]).out
    guard places.split(separator: "\n").contains(where: FolderTrust.isLocal) else { return [] }
    let program = "'" + git.program.replacing("'", with: "'\\''") + "'"
    let quiet = [
      "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.alternateRefsCommand=true",
      "receive.autogc=false",
    ]
    let words = [program] + quiet.map { "-c " + $0 } + [service]
    return ["--\(service)=" + words.joined(separator: " ")]
  }

  // MARK: Settings

  /// A setting, and from how far away it comes: `local` is the folder's.
  struct Setting: Equatable {
    var scope: String
    var name: String
    var value: String
  }

  private func settings() throws(Failure) -> [Setting] {
    let answer = try git.run(["config", "--list", "--show-scope", "-z"])
    guard answer.isFine else {
      throw Failure(
        "The git settings in \(path) can't be read: \(answer.complaint).", code: ExitStatus.data)
    }
    return FolderTrust.read(answer.out)
  }

  /// Reads a list of settings: each has its scope, its name in one line, and its value.
  static func read(_ list: String) -> [Setting] {
    let parts = list.split(separator: "\0", omittingEmptySubsequences: false)
    return stride(from: 0, to: parts.count - 1, by: 2).map { place in
      let both = parts[place + 1].split(separator: "\n", maxSplits: 1)
      return Setting(
        scope: String(parts[place]), name: String(both.first ?? ""), value: String(both.last ?? ""))
    }
  }

  /// The names of those that are the folder's own and have git run something.
  static func suspects(_ settings: [Setting]) -> [String] {
    var names: [String] = []
    for it in settings where it.scope == "local" || it.scope == "worktree" {
      let parts = it.name.split(separator: ".")
      guard let last = parts.last, running.contains(last) || parts[0] == "hook" else { continue }
      // This one is set anew at each sync.
      if it.name == "merge.debrief.driver" || names.contains(it.name) { continue }
      names.append(it.name)
    }
    return names
  }

  private func isTrusted(_ settings: [Setting]) -> Bool {
    settings.contains {
      $0.scope != "local" && $0.scope != "worktree" && $0.name == FolderTrust.key
        && $0.value == path
    }
  }

  /// Whether git takes an address for a path on this machine.
  static func isLocal(_ address: Substring) -> Bool {
    address.hasPrefix("file://") || !address.prefix { $0 != "/" }.contains(":")
  }
}
