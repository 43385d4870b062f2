/// First names that companies have, too, or that are words besides: a company called Will, Grant or Morgan is
/// told from somebody of that name.
public enum FirstNames {
  /// Whether a company's name is one, whatever its legal form.
  public static func contains(_ name: String) -> Bool {
    let words = NameFolding.words(name).filter { !NameInProse.forms.contains($0) }
    return words.count == 1 && all.contains(words[0])
  }

  private static let all = Set(
    """
    abby ada adam addison adrian aiden al alan albert alec alex alexa alfred ali alice allen ally alma amber
    amos amy ana andre andrea andrew andy angel angela angus anna anne anthony april archer archie ariel art
    arthur ash asher ashley ashton aspen aubrey audrey august aurora austin autumn ava avery bailey barbara barry
    basil bea beau bella ben benjamin bentley bernard bess beth betty beverly bill billie billy blair blake
    blanche bob bobby bonnie brad bradley brandon brandy brenda brent brett brian brianna bridget brock brook
    brooke brooklyn bruce bruno bryan bryce buck bud buddy burt byron caleb cameron candy carl carlos carmen carol
    carolina caroline carrie carson carter casey cash cassidy cat chad chance charity charles charlie charlotte
    chase chelsea cherry chester chip chloe chris christian christine christopher christy chuck cindy claire clara
    clark claude clay clement cleo cliff clint clive clover cody colby cole colin colt connie connor constance
    cooper coral corey craig cruz crystal curt curtis cynthia daisy dakota dale dallas damon dan dana daniel
    danny daphne dave david dawn dean deb debbie deborah denise dennis derek destiny devin devon dexter diana
    diane dick dirk dolly dolores dominic don donald donna dora doris dot doug douglas drake drew duke duncan
    dusty dwight dylan earl easton eden edgar edith edward elaine eleanor eli elijah eliot elizabeth ella ellen
    elliot ellis elmer elsa elsie emerson emery emily emma eric erica erin ernest esther ethan eugene eva evan
    evelyn everett faith fay felicity felix fern finn fiona fletcher flora florence floyd ford forest forrest
    foster fox frances francis frank franklin fred frederick gabriel gail gale gary gavin gay gene genesis george
    georgia gerald gideon gilbert ginger glen glenn gloria gordon grace grady graham grant gray grayson greg
    gregory greta griffin guy gwen hal hank hannah harley harmony harold harper harriet harris harrison harry
    harvey hazel heath heather hector heidi helen henry herb herbert holly honor hope houston howard hudson hugh
    hugo hunter ian ida ike imogen india ingrid ira irene iris irma isaac isabel isla ivan ivy jack jackie
    jackson jacob jade jake james jamie jan jane janet jared jasmine jason jasper jay jean jeff jennifer jenny
    jeremy jerry jesse jessica jewel jill jim jimmy joan jo joe joel john johnny jonathan jordan joseph josh
    joshua joy joyce juan judd jude judith judy julia julian julie juliet june juniper justice justin karen karl
    kate katherine kathy kay keith kelly kelsey ken kendall kennedy kenneth kent kerry kevin kim king kingston kip
    kit kitty knox kurt kyle lacey lake lana lance landon lane larry laura laurel lauren laurence laurie lavender
    lawrence lawson lea leah lee lena leo leon leonard leroy leslie lester lewis liam lily lincoln linda lindsay
    lisa lloyd logan lois lola london lorenzo lorraine lou louis louise luca lucas lucia lucky lucy luke luna
    luther lydia lyle lynn mabel mack mackenzie maddox madeline madison mae maggie malcolm mandy marc marcia
    marcus margaret margot maria marian marie marina mario marion marjorie mark marlin marlon marshall martha
    martin marty marvin mary mason mat matt matthew maureen maurice maverick max maxwell may maya megan melanie
    melissa melody mercedes mercy meredith mia michael michelle miguel mike miles milo milton mindy minnie miranda
    misty mitchell mo molly monica monroe montana morgan morris moses murray myra myrtle nancy naomi nash natalie
    nathan neal ned neil nell nelson nevada nicholas nick nicole nigel nina noah noel nora norma norman nova oak
    ocean octavia olive oliver olivia opal ophelia orion orlando oscar otis otto owen page paige paloma pam pamela
    pansy paris parker pat patience patricia patrick patty paul paula paxton payton pearl peg peggy penelope penny
    percy perry pete peter petra peyton phil philip phoebe phoenix pierce piper pippa polly poppy porter prescott
    presley preston prince princess priscilla prudence quentin quincy quinn rachel ralph ramona ramsey randall
    randy raven ray raymond rebecca reed reese reggie regina reid remy rene reuben rex rhett rhoda rich richard
    rick ricky riley rita river rob robert roberta robin rocco rock rocky rod rodney roger roland roman romeo ron
    ronald rory rosa rose rosemary ross rowan roxanne roy royal royce ruby rudy rufus russ russell rusty ruth ryan
    ryder rylan sabrina sadie sage sally salvador sam samantha samson samuel sandra sandy sara sarah sasha saul
    savannah sawyer scott sean selena serena serenity seth shane shannon sharon shaun shawn shay sheila shelby
    sheldon shelley sherry shirley sid sidney sierra silas simon skip sky skye skylar sloan sonny sophia sophie
    spencer stacy stanley star stefan stella stephanie stephen sterling steve steven stew stuart sue summer
    susan sutton suzanne sybil sydney sylvia tab tad tanner tara tate taylor ted teddy terence teresa terry tess
    thad thea thelma theo theodore thomas tiffany tim timothy tina toby todd tom tommy toni tony tory tracy
    travis trent trevor trey trinity trip tristan troy trudy tucker turner ty tyler tyrone una unity ursula val
    valentine valentino valerie vance vanessa vaughn velma vera verity vernon veronica vic vicky victor victoria
    vince vincent viola violet virgil virginia vivian wade walker wallace wally walt walter wanda ward warner
    warren watson wayne wendell wendy wes wesley weston whitney wilbur will willa william willie willow wilma
    winifred winston winter wolf woody wren wyatt xavier yolanda york yvonne zach zachary zane zara zeke zelda zoe
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
