import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc

/// `debrief doctor --recover NEW`: what can be read of a damaged file goes into a new one, and what cannot is
/// listed. The damaged file stays as it is. Ends with 1 when something is lost.
enum DoctorRecovery {
  static func run(_ session: Session, _ options: StoreOptions, into new: String) throws {
    try options.refuseDemo()
    if new.isEmpty || new == "-" {
      throw Failure("--recover needs the name of a new file.", code: ExitStatus.usage)
    }
    let path = session.paths.database
    let recovery: Recovery
    do { recovery = try Store.recover(path, into: new) } catch StoreError.locked {
      throw Failure(
        "\(path) is open in another program. Close that first, then try again.",
        code: ExitStatus.locked)
    }
    try Output.text("\(path) wasn't changed. What could be read from it is in \(new):\n")
    for kind in Entity.Kind.allCases {
      if let count = recovery.kept[kind] { try Output.text("  \(kind.counted(count))\n") }
    }
    if recovery.privateNotes > 0 {
      try Output.text(
        "  \(recovery.privateNotes) private note\(recovery.privateNotes == 1 ? "" : "s")\n")
    }
    tell(recovery)
    let store = try Store(path: new, access: .existing)
    defer { try? store.close() }
    let problems = try store.check()
    for problem in problems { complain("in \(new): \(problem)") }
    complain(
      "debrief --database \(new) shows it; debrief restore ./\(new) puts it in place".fitting(new))
    if !recovery.lost.isEmpty || !problems.isEmpty { throw Ending(code: ExitStatus.failure) }
  }

  /// Says what is lost, what came from elsewhere, and what was left out.
  static func tell(_ recovery: Recovery) {
    if recovery.fromHistory > 0 {
      complain("\(recovery.fromHistory) of these could only be read from the history of changes")
    }
    if !recovery.strangers.isEmpty {
      complain(
        "left out, because debrief doesn't recognize it: "
          + recovery.strangers.prefix(12).joined(separator: ", "))
    }
    for it in recovery.lost { complain("lost: \(it)") }
    if recovery.lost.isEmpty { complain("nothing is lost") }
  }
}

extension String {
  /// A path that is absolute needs no dot before it.
  fileprivate func fitting(_ path: String) -> String {
    path.contains("/") ? replacing("./" + path, with: path) : self
  }
}
