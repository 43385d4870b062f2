import DebriefContent
import DebriefModel
import Foundation
import Testing

@Suite("The description of the files", .timed)
struct ReadmeTests {
  private var text: String { Library(userFolder: nil).text("README.md") ?? "" }

  @Test("names every fact, key, kind, task, area and file")
  func complete() {
    var words = Array(Condition.facts)
    words += Item.Task.allCases.map(\.rawValue) + Item.Binding.allCases.map(\.rawValue)
    words += Area.allCases.map(\.rawValue) + Phase.allCases.map(\.rawValue)
    words += Finding.Kind.allCases.map(\.rawValue)
    words += ["yes-no", "scale", "sided", "count", "choice", "line", "text", "date", "task"]
    words += [
      "branch", "title", "extends", "steps", "id", "why", "capture", "when", "first", "after",
      "items", "ask", "kind", "phase", "required", "source", "advice", "anchors", "choices",
      "binds", "suggests", "due", "change", "learn", "next", "reason", "area", "weight", "tier",
    ]
    for word in words { #expect(text.contains("`\(word)`"), "\(word)") }
    for name in Library(userFolder: nil).names
    where !name.hasPrefix("checklists/") && !name.hasPrefix("letters/") && !name.contains(".md")
      && name.hasSuffix(".yaml")
    {
      #expect(text.contains("`\(name)`"), "\(name)")
    }
  }

  @Test("has an example that can be used as it stands")
  func example() throws {
    let start = try #require(text.range(of: "```yaml\n")?.upperBound)
    let end = try #require(text.range(of: "```", range: start..<text.endIndex)?.lowerBound)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("debrief-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("checklists"), withIntermediateDirectories: true)
    try Data(text[start..<end].utf8).write(
      to: folder.appendingPathComponent("checklists/rejected-after-interview.yaml"))
    let content = Library(userFolder: folder.path).content(only: .rejectedAfterInterview)
    #expect(content.faults == [])
    let checklist = try #require(content.checklists[.rejectedAfterInterview])
    #expect(checklist.item("whiteboard.aloud")?.suggests.count == 2)
    #expect(checklist.steps.contains { $0.id == "X1" })
  }

  @Test("ends with help that fits a screen and names no keys")
  func help() throws {
    let help = try #require(Library(userFolder: nil).text("help.md"))
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 40)
    for line in lines { #expect(line.count <= 92, "\(line)") }
    for key in ["Ctrl", "Enter", "Esc", "Tab"] { #expect(!help.contains(key)) }
  }
}
