import DebriefModel

/// A copy for an adviser as one HTML file: the pages, and fields to write remarks in. A button makes of them the
/// text that an import reads; nothing is sent anywhere.
public enum AdviserHTML {
  /// The document.
  public static func text(_ copy: AdviserCopy) -> String {
    let title = "Asking for your advice: " + copy.parts.map(\.sheet.name).joined(separator: "; ")
    var body = "<main>\n" + intro
    for part in copy.parts {
      body += "<article>\n" + SheetHTML.content(part.sheet)
      body += "<section class=\"leave\">\n<h2>Your comments</h2>\n"
      body += part.items.map(field).joined() + "</section>\n</article>\n"
    }
    body += outro + "</main>\n"
    return HTMLText.document(
      title: title, style: SheetStyle.text + style, script: script, body: body)
  }

  private static func field(_ item: AdviserCopy.Item) -> String {
    let id = item.mark.text
    let mark = HTMLText.escaped(AdviserText.mark(item))
    let lines = item.lines.map { HTMLText.element("p", $0, "class=\"aside\"") }.joined()
    return """
      <div class="item">
      <label for="r-\(id)" dir="auto">\(HTMLText.escaped(item.title)) <small>[\(id)]</small></label>
      \(lines)<textarea id="r-\(id)" data-mark="\(mark)" rows="2" dir="auto"></textarea>
      </div>

      """
  }

  private static let intro = """
    <div class="leave">
    <p>Thank you for reading this. Here, "you" means the person who sent it. \
    Write a comment wherever you have one, and leave the rest empty. \
    The button at the end puts your comments together so you can send them back.</p>
    <p><label for="from">Your name</label> <input id="from" autocomplete="off"></p>
    <noscript><p>The button doesn't work in this browser. Answer by email instead: copy what's in \
    brackets, and write your comment on the line below it. Begin with a line that says: \
    debrief remarks 1</p></noscript>
    </div>

    """

  private static let outro = """
    <div class="leave">
    <h2>Send them back</h2>
    <p><button id="make" type="button">Put my comments together</button> \
    <a id="save" download="comments.txt" hidden>Save it as comments.txt</a></p>
    <p id="none" hidden>There are no comments yet.</p>
    <p><label for="out">Send this text back, as a file or in an email:</label></p>
    <textarea id="out" rows="8" readonly></textarea>
    </div>

    """

  private static let style = """
    article + article { margin-top: 3rem; }
    .item { margin: .9rem 0; }
    label { font-weight: 600; white-space: pre-line; overflow-wrap: anywhere; }
    small { font-weight: normal; color: var(--dim); }
    textarea, input { width: 100%; font: inherit; color: inherit; background: transparent;
      border: 1px solid var(--line); border-radius: 3px; padding: .4rem; }
    input { width: 20rem; max-width: 100%; }
    button { font: inherit; padding: .4rem .8rem; }

    """

  private static let script = """

    document.getElementById("make").addEventListener("click", function () {
      var text = "\(AdviserText.head)\\nFrom: " + document.getElementById("from").value + "\\n";
      var count = 0;
      document.querySelectorAll("textarea[data-mark]").forEach(function (field) {
        var words = field.value.trim();
        if (!words) { return; }
        count += 1;
        text += "\\n" + field.dataset.mark + "\\n" + words + "\\n";
      });
      var out = document.getElementById("out");
      document.getElementById("none").hidden = count > 0;
      out.value = count > 0 ? text : "";
      var save = document.getElementById("save");
      save.hidden = count === 0;
      save.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
      if (count > 0) { out.focus(); out.select(); }
    });

    """
}
