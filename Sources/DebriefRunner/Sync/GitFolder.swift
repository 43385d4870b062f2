import DebriefExport
import DebriefModel
import Disk
import Glibc

/// A folder as git has it: its history, the way to others, and what a run that was killed has left behind.
struct GitFolder {
  /// Where others are.
  struct Remote {
    var name: String
    /// The branch there.
    var branch: String
    /// Where its state is kept here.
    var reference: String { "refs/remotes/\(name)/\(branch)" }
  }

  /// Where it is.
  let path: String
  private let git: GitProgram
  private let trust: FolderTrust
  private var inside: String { path + "/.git" }
  /// There while a merge is under way that was begun here.
  private var begun: String { inside + "/debrief-merging" }
  private var merged: String { inside + "/debrief-merged" }

  /// - Throws: One sentence where there is no git.
  init(_ path: String, environment: [String: String]) throws(Failure) {
    self.path = path
    git = try GitProgram(in: path, environment: environment, merged: path + "/.git/debrief-merged")
    trust = FolderTrust(path, git)
  }

  // MARK: Getting ready

  /// Makes a repository of the folder if it is none.
  func begin() throws(Failure) {
    if try git.line(["rev-parse", "--show-toplevel"]).flatMap(real) != path {
      // What else is in `.git`, such as the beginning of one, is completed.
      try need(["init", "--quiet", "-b", "main"], "made a repository")
    }
    var info = stat()
    guard lstat(inside, &info) == 0, info.st_mode & S_IFMT == S_IFDIR,
      try git.line(["rev-parse", "--show-toplevel"]).flatMap(real) == path
    else {
      throw Failure(
        "\(path) belongs to a git repository that is somewhere else. Name another folder.",
        code: ExitStatus.data)
    }
    try trust.judge()
  }

  /// Has the folder merge by this program, and puts right what a run that was killed has left.
  ///
  /// - Parameter program: This program, for git to call.
  func prepare(program: String) throws(Failure) {
    try waitForOthers()
    try takeBackMerge()
    let quoted = "'" + program.replacing("'", with: "'\\''") + "'"
    for (key, value) in [
      ("merge.debrief.name", "debrief"),
      ("merge.debrief.driver", "\(quoted) merge-file %O %A %B"),
    ] where try git.line(["config", "--local", "--get", key]) != value {
      try need(["config", "--local", key, value], "told how to merge")
    }
    // Whatever the attributes in the folder say: of two lines the later one counts.
    let own = inside + "/info/attributes"
    if !read(own).hasSuffix(SyncFolder.attributes) {
      mkdir(inside + "/info", 0o700)
      try write(whole(read(own)) + SyncFolder.attributes, to: own)
    }
    guard try branch() != nil else {
      throw Failure(
        "\(path) isn't on a branch. Go to one (`git switch main`), then sync again.",
        code: ExitStatus.data)
    }
    try bringBack()
  }

  /// Brings back the files of ours that are missing. To keep the folder without one would have git take it for
  /// deleted, where others go on writing it.
  private func bringBack() throws(Failure) {
    guard try head() != nil else { return }
    let all = try git.run([
      "diff", "--no-ext-diff", "--no-renames", "--name-only", "--diff-filter=D", "-z", "HEAD", "--",
    ])
    let missing = all.out.split(separator: "\0").map(String.init).filter(FolderPlan.isShared)
    if missing.isEmpty { return }
    let names = missing.map { ":(literal)" + $0 }
    try need(["checkout", "--quiet", "HEAD", "--"] + names, "completed")
  }

  /// Waits for runs of git that an earlier sync left behind, and takes away the locks of those that are gone.
  private func waitForOthers() throws(Failure) {
    let end = Clock.monotonic + 10
    while GitProcesses.areAtWork(in: path, all: !locks().isEmpty) {
      guard Clock.monotonic < end else {
        throw Failure(
          "git is still running in \(path). Try again when it's done.", code: ExitStatus.locked)
      }
      usleep(20_000)
    }
    for lock in locks() { unlink(lock) }
  }

  /// The locks that runs of git have, or have left.
  private func locks() -> [String] {
    var found: [String] = []
    func look(_ folder: String, _ depth: Int) {
      for name in Directory(folder).names {
        let path = "\(folder)/\(name)"
        if name.hasSuffix(".lock"), name != "debrief.lock" { found.append(path) }
        var info = stat()
        if depth > 0, name != "objects", lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR {
          look(path, depth - 1)
        }
      }
    }
    look(inside, 8)
    return found
  }

  /// Takes back a merge that was begun here and not ended. All that it brought together is in the two commits
  /// it began from.
  private func takeBackMerge() throws(Failure) {
    if access(begun, F_OK) == 0 {
      try need(["reset", "--quiet", "--hard", "HEAD"], "taken back")
      unlink(begun)
    }
    for (file, words) in [
      ("MERGE_HEAD", "A merge"), ("rebase-merge", "A rebase"), ("rebase-apply", "A rebase"),
      ("CHERRY_PICK_HEAD", "A cherry-pick"), ("REVERT_HEAD", "A revert"),
    ] where access("\(inside)/\(file)", F_OK) == 0 {
      throw Failure(
        "\(words) is under way in \(path). Finish it or stop it with git, then sync again.",
        code: ExitStatus.data)
    }
  }

  // MARK: History

  private func branch() throws(Failure) -> String? {
    try git.line(["symbolic-ref", "--quiet", "--short", "HEAD"])
  }

  /// The commit the folder is at; nil before the first.
  func head() throws(Failure) -> String? {
    try git.line(["rev-parse", "--quiet", "--verify", "HEAD^{commit}"])
  }

  /// Whether the folder comes from a commit.
  func comes(from commit: String) throws(Failure) -> Bool {
    try git.run(["merge-base", "--is-ancestor", commit, "HEAD"]).isFine
  }

  /// Goes on to a commit that comes from where the folder stands, where somebody went back behind it; whatever
  /// isn't kept yet stays as it is. Nothing else tells from then on what each side has changed since.
  ///
  /// - Returns: Whether the folder is there now.
  func goesForward(to commit: String) throws(Failure) -> Bool {
    guard try git.run(["merge-base", "--is-ancestor", "HEAD", commit]).isFine else { return false }
    return try git.run(["merge", "--ff-only", "--quiet", commit]).isFine
  }

  /// Keeps the files of ours as they are now, if that is another state than the last.
  func commit() throws(Failure) {
    let ours = ["debrief.json", "shared.json", ".gitattributes", "applications", "people"]
      .filter { access("\(path)/\($0)", F_OK) == 0 }
    let all =
      Directory(path + "/applications").names.map { "applications/" + $0 }
      + Directory(path + "/people").names.map { "people/" + $0 }
    let copies = all.filter { !FolderPlan.isOurs($0) }.map { ":(exclude,literal)" + $0 }
    try need(["add", "--all", "--force", "--"] + ours.map { ":(literal)" + $0 } + copies, "read")
    if try git.run(["diff", "--cached", "--quiet"]).isFine, try head() != nil { return }
    try need(
      try identity() + ["commit", "--quiet", "--no-verify", "--allow-empty", "-m", "Sync"], "kept")
  }

  /// Who commits, where nobody has told git.
  private func identity() throws(Failure) -> [String] {
    let isTold = try git.line(["config", "user.email"]) != nil
    let isKnown = try git.run(["var", "GIT_COMMITTER_IDENT"]).isFine
    if isTold && isKnown || getenv("GIT_COMMITTER_EMAIL") != nil { return [] }
    return ["-c", "user.name=debrief", "-c", "user.email=debrief@localhost"]
  }

  // MARK: Others

  /// Where others are; nil where there is nobody.
  func remote() throws(Failure) -> Remote? {
    guard let branch = try branch() else { return nil }
    let all = try git.run(["remote"]).out.split(separator: "\n").map(String.init)
    if let name = try git.line(["config", "branch.\(branch).remote"]), all.contains(name),
      let there = try git.line(["config", "branch.\(branch).merge"]), there.hasPrefix("refs/heads/")
    {
      return Remote(name: name, branch: String(there.dropFirst(11)))
    }
    if all.isEmpty { return nil }
    guard let name = all.contains("origin") ? "origin" : all.count == 1 ? all[0] : nil else {
      throw Failure(
        "\(path) has several remotes. Say which one to use: git branch --set-upstream-to.",
        code: ExitStatus.usage)
    }
    return Remote(name: name, branch: branch)
  }

  /// Reads what others have sent; says why where that can't be done. The branch is theirs, if they have only
  /// another one.
  func fetch(_ remote: inout Remote) throws(Failure) -> String? {
    let there = try trust.there("upload-pack", of: remote.name)
    let answer = try git.run(
      ["fetch", "--quiet", "--no-tags"] + there
        + [remote.name, "+refs/heads/*:refs/remotes/\(remote.name)/*"])
    if !answer.isFine { return answer.complaint }
    if try has(remote) { return nil }
    let told = try git.run(["ls-remote", "--symref"] + there + [remote.name, "HEAD"])
    let first = told.line.split(whereSeparator: \.isWhitespace)
    if first.count >= 2, first[0] == "ref:", first[1].hasPrefix("refs/heads/") {
      let other = Remote(name: remote.name, branch: String(first[1].dropFirst(11)))
      if try has(other) { remote = other }
    }
    if try has(remote) { return nil }
    // A server's repository may begin with a branch that nobody ever sends, and clones of it are then on that one.
    if let branch = try branchWithNotes(of: remote.name) { remote.branch = branch }
    return nil
  }

  /// The branch of others that has such a folder in it; nil where none has.
  private func branchWithNotes(of name: String) throws(Failure) -> String? {
    let all = try git.run([
      "for-each-ref", "--format=%(refname:lstrip=3)", "refs/remotes/\(name)/",
    ])
    var found: [String] = []
    for branch in all.out.split(separator: "\n").map(String.init) where branch != "HEAD" {
      let mark = "\(Remote(name: name, branch: branch).reference):\(FolderPlan.mark)"
      if try git.run(["cat-file", "-e", mark]).isFine { found.append(branch) }
    }
    return found.contains("main") ? "main" : found.first
  }

  /// Whether anything came from there.
  func has(_ remote: Remote) throws(Failure) -> Bool {
    try git.run(["rev-parse", "--quiet", "--verify", remote.reference]).isFine
  }

  /// Merges what others have sent; the program itself merges the files.
  ///
  /// - Returns: What both had changed.
  func merge(_ remote: Remote) throws(Failure) -> [ThreeWay.Clash] {
    guard try has(remote),
      try !git.run(["merge-base", "--is-ancestor", remote.reference, "HEAD"]).isFine
    else { return [] }
    unlink(merged)
    try write("", to: begun)
    // Whatever a setting says of another way to merge: one of them takes only our side.
    let ways = ["-c", "pull.twohead=recursive", "-c", "branch.\(try branch() ?? "").mergeOptions="]
    let answer = try git.run(
      try identity() + ways + [
        "merge", "--quiet", "--no-edit", "--ff", "--no-verify", "--no-verify-signatures",
        "--allow-unrelated-histories", "-m", "Sync", remote.reference,
      ])
    let clashes = MergeNotes.read(read(merged))
    unlink(merged)
    if answer.isFine {
      unlink(begun)
      return clashes
    }
    if try keepWhatOneTookAway() {
      unlink(begun)
      return clashes
    }
    let names = try git.run(["diff", "--name-only", "--diff-filter=U"]).line
    try takeBackMerge()
    throw Failure(
      names.isEmpty
        ? "git couldn't merge in \(path): \(answer.complaint)."
        : "git couldn't merge \(path)/\(names). Nothing was lost: merge it with git, then sync again.",
      code: ExitStatus.data)
  }

  /// Ends a merge in which all that is open are files of ours that one side has no more: they stay, as what is
  /// only missing was not deleted.
  private func keepWhatOneTookAway() throws(Failure) -> Bool {
    var stages: [String: Set<Character>] = [:]
    for line in try git.run(["ls-files", "--unmerged", "-z"]).out.split(separator: "\0") {
      guard let tab = line.firstIndex(of: "\t"), let stage = line[..<tab].last else { return false }
      stages[String(line[line.index(after: tab)...]), default: []].insert(stage)
    }
    if stages.isEmpty { return false }
    for (path, there) in stages {
      guard FolderPlan.isShared(path), there == ["1", "2"] || there == ["1", "3"] else {
        return false
      }
    }
    for (path, there) in stages.sorted(by: { $0.key < $1.key }) {
      let side = there.contains("2") ? "--ours" : "--theirs"
      try need(["checkout", "--quiet", side, "--", ":(literal)" + path], "merged")
      try need(["add", "--force", "--", ":(literal)" + path], "merged")
    }
    try need(try identity() + ["commit", "--quiet", "--no-verify", "-m", "Sync"], "merged")
    return true
  }

  /// What became of sending.
  enum Sending: Equatable {
    case done
    /// Somebody else was faster.
    case late
    /// It couldn't be sent, and why.
    case failed(String)
  }

  /// Sends what is here.
  func push(_ remote: Remote) throws(Failure) -> Sending {
    if let there = try git.line(["rev-parse", "--quiet", "--verify", remote.reference]),
      try there == head()
    {
      return .done
    }
    let answer = try git.run(
      ["push", "--quiet", "--porcelain", "--no-verify", "--set-upstream"]
        + trust.there("receive-pack", of: remote.name)
        + [remote.name, "HEAD:refs/heads/\(remote.branch)"])
    if answer.isFine { return .done }
    guard let line = answer.out.split(separator: "\n").first(where: { $0.hasPrefix("!") }) else {
      return .failed(answer.complaint)
    }
    let races = ["[rejected]", "lock ref", "update ref", "old value", "reference already exists"]
    if races.contains(where: { line.contains($0) }) { return .late }
    return .failed(line.split(separator: "\t").last.map(String.init) ?? answer.complaint)
  }

  // MARK: Helpers

  private func need(_ arguments: [String], _ what: String) throws(Failure) {
    let answer = try git.run(arguments)
    if answer.isFine { return }
    throw Failure("\(path) couldn't be \(what): \(answer.complaint).", code: ExitStatus.io)
  }

  /// Writes a file of git's folder. A link in its place goes: what it leads to is not the folder's.
  private func write(_ text: String, to path: String) throws(Failure) {
    var info = stat()
    if lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFLNK { unlink(path) }
    do { try FileOutput.write(text, to: path) } catch { throw Failure(error) }
  }

  /// A text whose last line has an end.
  private func whole(_ text: String) -> String {
    text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
  }

  private func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  private func read(_ path: String) -> String {
    guard let file = fopen(path, "re") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 14)
    while bytes.count < 1 << 22 {
      let count = fread(&part, 1, part.count, file)
      if count == 0 { break }
      bytes += part[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
