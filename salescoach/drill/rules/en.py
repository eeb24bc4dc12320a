"""English: word classes, and the frames in which the types of line come.

A class lists whole words; `word*` also takes what begins so. A frame is a pattern of linear time: gaps are bounded,
and a run of words has one way only to fit, since each ends at its space. Both are read on folded text (`folding.fold`) without apostrophes.
"""

KEPT = """
a about after again all already always an and another any anybody anyone anything apart are arent as at away back be
because been before being besides but by can cant could couldnt did didnt do does doesnt doing dont down each either
else ever every everybody everyone everything far few for from get gets getting give go goes going got had has hasnt
have havent having he hear here how i if im in instead into is isnt it its itself ive just keep keeps kind know last
least left less let lets like little long look made make makes making many may me might mine more most much must my
never next no nobody none not nothing now of off often ok on once one only or other others our ours out over own part
per put quite rather really right said same say says see sense shall she should show so some somebody someone something
sometimes soon sort still such suppose supposing sure take takes talk tell than that the their them then there these
they thing things think this those though thought through time times to today together told too turn two under until up
us usually very was wasnt way ways we well went were what whatever when whenever where which while who whoever whole
whom whose why will wish with within without wonder wondering wont would wouldnt yes yet you your yours yourself say
imagine assume assuming picture explain describe walk mention mentioned please feel feels felt first end rest than
""".split()
"""Words that stand for themselves in the skeleton of a line."""

SPELT = {
    "u": "you", "ur": "your", "r": "are", "pls": "please", "plz": "please", "thx": "thanks", "ppl": "people",
    "whats": "what is", "hows": "how is", "wheres": "where is", "whos": "who is", "whens": "when is",
    "whys": "why is", "thats": "that is", "theres": "there is", "heres": "here is", "youre": "you are",
    "youve": "you have", "youd": "you would", "youll": "you will", "theyre": "they are", "theyve": "they have",
    "theyd": "they would", "theyll": "they will", "weve": "we have", "wed": "we would", "id": "i would", "ill": "i will",
    "wanna": "want to", "gonna": "going to", "wouldve": "would have", "wot": "what", "hav": "have", "abt": "about",
    "w": "with", "tho": "though", "cos": "because", "cuz": "because", "coz": "because", "bc": "because",
    "wd": "would", "cd": "could", "wud": "would", "cud": "could",
    "ud": "you would", "shud": "should", "hapens": "happens", "hapen": "happen", "wat": "what", "wich": "which", "alot": "a lot", "cld": "could",
    "wld": "would", "shld": "should", "dya": "do you", "yr": "year", "yrs": "years", "mths": "months", "ive": "i have",
    "im": "i am", "howd": "how would", "whatd": "what did", "itd": "it would", "itll": "it will", "gimme": "give me",
}  # fmt: skip
"""How words are typed in a hurry, or drawn together."""

CLASSES = {
    "harm": "problem* issue* trouble* fault* fail* delay* late later slip* break breaks breaking breakdown* broke broken "
    "error* mistake* wrong* complain* defect* scrap* waste* wasting loss losses lose loses losing lost damage* downtime "
    "stop stops stopped stopping stoppage* outage* miss missed misses missing short shortage* overrun* leak* reject* "
    "rework* backlog* queue* jam* crash* spoil* expire* recall* injur* accident* churn* leave leaves leaving quit quits "
    "resign* fall falls fell drop* down goes slow slower slowly slowdown* breach* theft steal* stolen fraud* fine fines "
    "fined penalt* refund* cancel* wait waits waiting stuck idle gap gaps mess* incident* hack* ill sick off overtime "
    "bottleneck* clog* warp* crack* bad worse worst bug bugs glitch* dispute* argument* overload* overwork* absent* "
    "shortfall* variation* inconsisten* inaccura* unreliab* duplicate* wrongly unpaid poor poorly trip trips",
    "follow": "affect* impact* cause* causing lead leads led result* effect* consequence* happen* influence* implication* "
    "imply hurt* harm* knock* repercussion* toll suffer* pay pays paying paid cost costs costing costly expens* burn* "
    "eat eats eating tie ties tied push* spread* escalat* jeopard* undermin* erode* ripple* domino add adds spill* "
    "mean means meant become becomes becoming blame* face faces continue* persist* drag* mount* grow grows pile* price "
    "bear bears stand strain* pressure*",
    "pay": "help* useful* valu* benefit* worth worthwhile gain* enabl* advantage* important* importance* attractive* "
    "interest* improve* improving save saves saved saving savings matter matters payoff upside good handy positive* "
    "free freed frees allow* appeal* reward* win wins profit* nice welcome* relief reliev* support* strengthen* ease "
    "eases happier enjoy* ideal* perfect* dream* want wants wanted wish wished hope hoping hopes prefer goal* succe* "
    "achiev* cheer* prove* pays difference* opportunit* possible boost* raise motivat* desir* need needs priorit*",
    "better": "reduc* cut cuts halv* half faster quicker sooner reliab* eliminat* solv* fixed fix fixes automat* smooth* "
    "better best easier shorter cheaper lower fewer zero instantly immediate* once accurate* steady stable consistent* "
    "guarantee* clean avoid* prevent* resolv* vanish* disappear* gone sorted disappeared double* extra spare increase* "
    "speed* simpl* correct correctly right safe* secure* quickly within early ready",
    "unease": "satisf* dissatisf* happy unhappy concern* worr* hard harder hardest struggl* frustrat* bother* annoy* pain "
    "pains painful headache* challeng* risk* risky obstacle* weak* dislik* comfortable uncomfortable confident cope "
    "copes coping manage manageable trust* afraid nervous difficult* doubt* doubtful sleepless uneas* tricky awkward "
    "tough toughest grumble* moan* fed irritat* pleased content hate* dread* fear* scare* vulnerab* expose* barrier* "
    "hurdle* drawback* shortcoming* limitation* lack* lacking inadequate insufficient enough reluctan* nightmare* "
    "hassle* cumbersome tedious overwhelm* suspicious careful sceptic* skeptic* hesitat* reservation* keep keeping "
    "smoothly properly proper easy easily troublesome messy clumsy fiddly hiccup* snag* bottleneck* unsure critic* "
    "disappoint* complicated confus* ",
    "now": "currently current present presently nowadays moment existing typical typically normally normal usually "
    "regular regularly today average roughly approximately about exactly altogether",
    "use": "use uses used using run runs running operate* own owned rent* lease* buy buys bought purchas* order orders "
    "handle handles handled work works working organis* organiz* arrange* set based located located keep store* stored "
    "employ* hire* produce* process* make supply supplies supplier* provider* vendor* contract* system software machine* "
    "equipment tool* version* site sites plant* branch* office* shift shifts headcount fleet volume* structure* involve* "
    "responsib* decide* decides decision* approve* approval* sign signs charge budget* review* tender* policy procedure* "
    "history background role started since",
    "day": "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri tomorrow "
    "january february march april june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec oclock am pm noon tonight date week weeks fortnight 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th "
    "11th 12th 13th 14th 15th 16th 17th 18th 19th 20th 21st 22nd 23rd 24th 25th 26th 27th 28th 29th 30th 31st",
    "span": "year years yearly annual* month months monthly quarter quarters hour hours hourly minute* day days daily "
    "weekly night nights shift season seasons week weeks",
    "money": "money pound pounds dollar* euro euros cash margin* revenue* turnover sales profit* figure figures number "
    "numbers percent percentage amount sum k grand thousand million spend spends spending bill bills bonus* share rate "
    "earn* income price prices priced quid",
    "people": "customer* client* staff people team teams boss colleague* department* manager* management worker* "
    "employee* user users patient* guest* passenger* tenant* driver* operator* nurse* engineer* director* board owner* "
    "everyone salespeople partner* supplier* guys lads crew* reputation morale career image brand",
    "ask": "send bring introduce confirm invite arrange share forward schedule book meet meeting meetings pilot trial "
    "agree commit approve visit demo call join attend sign signature lend provide access sample samples present proposal "
    "contract order draft email mail set calendar diary slot appointment workshop session pencil ready start",
    "offer": "offer* feature* solution* product* platform* deliver delivers delivery guarantee* warranty certif* "
    "award* technology patent* innovative unique leading module* dashboard* app sensor* cloud ai upgrade* discount* "
    "package* bundle* discount provide provides support integrates integrate* includes include included comes built "
    "model models range version custom* cheapest fastest newest latest world-class state",
    "warm": "thanks thank hello hi hey morning afternoon evening bye goodbye cheers weather weekend holiday* weekend "
    "coffee tea nice lovely pleasure congratulations congrats welcome traffic journey trip game match christmas "
    "family kids football rain sunny cold sun snow glad hiya dear enjoy* safe care",
    "yield": "sorry apologise apologies apologize understand understood ok okay sure certainly alright fine agree "
    "absolutely course indeed exactly gotcha noted mhm hmm um uh yeah yep honest honestly promise excuse fair",
    "again": "summarise summarize summary recap understood understand hearing heard correct correctly words sounds "
    "mentioned described takeaway conclude gather basically essentially sum right understanding playback so",
}
"""Words that do the same in many trades; a word may belong to several classes."""

_GAP = "[^.?!;]{0,40}"
_WORDS = r"(?:[a-z0-9%$£€,'-]+ ){0,5}"
_BAD = (
    r"(?:fail|break|broke|slip|late\b|delay|wrong|problem|issue|go(?:es)? down|down\b|stop|miss|lose|lost|loss|leak|reject"
    r"|crash|short\b|leaves?\b|leaving|cancel|damage|complain|error|worse|stuck|overrun|defect|nothing (?:changes|is done"
    r"|happens)|continue|goes on|went on|carr(?:y|ies) on|keeps?\b|again|drags?|stays?\b|unpaid|out of|runs? out|jam|"
    r"recall|accident|injur|fall|drop|spoil|dirty|cannot|cant\b|doesnt|dont|didnt|isnt|arent|wont|never|no longer|"
    r"bad\b|sick|ill\b|strike|breach|stolen|fraud|hack|fine[ds]?\b|another|slow)"
)
_GOOD = (
    r"(?:could|were able|was able|had\b|were\b|didnt have|never had|no longer|without|solv|fix|reduc|cut\b|halv|faster|"
    r"quicker|sooner|reliab|on time|eliminat|automat|smooth|better|easier|shorter|cheaper|fewer|zero|gone|disappear|"
    r"vanish|sorted|went away|right first|first time|every time|always|avoid|prevent|improv|sav(?:e|ed|ing)|free|"
    r"steady|stable|clean|within|same day|in (?:a|one) |double|extra|more (?:time|capacity|room)|half\b|lower|came down|"
    r"in your hands|at a glance|real time|instant|worked|gave|knew|ran |took (?:a|one|half|only))"
)

FRAMES = {
    "i-effect": rf"\b(?:what|which|how|any)\b{_GAP}\b(?:effects?|impact|consequences?|knock-?on|implications?|repercussions?|influence|toll|ramifications?|fallout|ripple)\b",
    "i-affect": r"\b(?:affect|impact|influenc|hurt|harm|disrupt|undermin|erod|jeopardi)\w*",
    "i-leads": r"\b(?:(?:lead|led|leads|leading) (?:\w+ ){0,4}to\b|result\w* in\b|caus(?:e|es|ed|ing)\b|trigger\w*|bring\w* about|contribut\w* to|translat\w* in|spills? over|end up)",
    "i-happens": r"\b(?:what(?: \w+){0,3} happen\w*|then what|what then|what (?:becomes|comes) of|what follows|where (?:does|will|would|did) (?:that|this|it) (?:leave|lead|end|put))",
    "i-cost": rf"\b(?:what|how much|how many){_GAP}\b(?:costs?|costing|add\w* up to|amounts? to|come to|comes to|set\w* you back|lose|losing|lost|write off|pay for)\b",
    "i-that": r"\b(?:what|how|does|did|do|has|have|is|will|would|could|can)\b[^.?!;]{0,25}\b(?:that|this|it|these|those|them)\b (?:\w+ ){0,2}(?:mean|do to|do for|cost|cause|create|force|leave|put|make|slow|hit|reflect|show up|delay|stop|keep|take|eat|tie|hold|lose|drive|increase|add|end|limit|hurt|upset|push|hurt|spread)\w*",
    "i-because": r"\b(?:because of|due to|thanks to|as a (?:result|consequence)|down to|when|whenever|every time|each time|after|once) (?:that|this|it|them|those|these)\b",
    "i-who": rf"\bwho(?: else)?\b{_GAP}\b(?:suffer|pays?|blame|feel|notice|affected|hit\b|bear|carr|picks? up|clean|cover|hear|phone|angry|complain|explain|stay|stand in|answer|take the)",
    "i-else": r"\b(?:what|where|which|anyone|anything|who) else\b",
    "i-if-bad": rf"\b(?:if|when|whenever|each time|every time|once|while|as long as|until)\b{_GAP}\b{_BAD}",
    "i-goes-on": r"\b(?:(?:goes?|going|went|carr(?:y|ies)|keeps?) (?:on|up|going|happening)|continu\w+|nothing (?:changes|is done|happens)|stay\w* (?:like|as|the way)|left (?:as|like|un)|another (?:year|month|season|quarter|winter|summer)|leave it|do nothing|over (?:time|the (?:year|next|whole)|a year)|in (?:the )?long (?:run|term))",
    "i-how-often": r"\bhow (?:often|many times|long|many|much)\b[^.?!;]{0,20}\b(?:that|this|it)\b",
    "i-lost": rf"\b(?:how (?:many|much|often|long)|what|any)\b{_GAP}\b(?:lost|lose|losing|wasted?|scrapped|cancel\w*|miss(?:ed|ing)?|walk\w*|penalt\w+|refund\w*|overtime|complaints?|left|gone|rework|write|claims?|late)\b",
    "i-more": r"\b(?:does|did|do|has|have|is|are|could|can|will|would)\b (?:\w+ ){1,6}(?:increase|decrease|slow|delay|force|put|prevent|stop|reduce|limit|damage|suffer|drop|fall|leave|walk away|ask for|blame|pay|rise|go (?:up|down)|slip)\b",
    "i-personal": r"\b(?:you personally|for you yourself|your own (?:work|day|week|bonus|job|evening|weekend|time|target|name|standing)|your (?:bonus|evenings?|weekends?|reputation|career))\b",
    "n-help": rf"\b(?:how|what way|where|would|could|who|what|does|might|will)\b{_GAP}\bhelp",
    "n-worth": r"\b(?:worth (?:it|to|a|in|that|if|for|having)|what (?:\w+ ){0,4}worth|value of|valuable|benefits?|pay-?off|useful|upside|what good|advantage\w*|handy|added value|of value)\b",
    "n-if-good": rf"\b(?:if|suppose|supposing|imagine|assuming|say|with|were|once|when)\b{_GAP}\b{_GOOD}",
    "n-important": r"\b(?:why|how|what makes|is it|would it be|is that|is this|because)\b (?:\w+ ){0,7}(?:important|importance|matter|matters|crucial|vital|attractive|appealing|keen|priority|interested|interesting|interest)\b",
    "n-enable": r"\b(?:enabl\w+|allow\w* (?:you|your|them|the)|free\w* (?:you |up|your)|let you|let your|be able to|make it possible|open up|open the door)\b",
    "n-do-with": r"\bwhat (?:else )?(?:would|could|might|will) (?:\w+ ){1,4}(?:do (?:with|if|more)|use|spend|gain|get|achieve|change|mean|save|be possible)\b",
    "n-would": r"\b(?:what|how|which|who|where|would|could) (?:\w+ ){0,3}(?:would|could|might) (?:\w+ ){0,5}(?:mean|gain|change|save|improve|benefit|help|free|do|feel|look|use|profit|be (?:able|possible|worth|the))\b",
    "n-ideal": r"\b(?:ideal\w*|in a perfect world|wish(?:ed)?\b|like (?:it|them|things|this|that|the \w+|your \w+) to\b|(?:you|would|d) (?:most )?like to (?:see|have|be|get|do|achieve|reach|know)|hop(?:e|ing) (?:to|for)|want (?:it|to (?:see|achieve|reach|get))|look like (?:for|in|to)|what would (?:good|success|better))",
    "n-show": r"\b(?:how|which|what)\b[^.?!;]{0,30}\b(?:show|prove|convince|demonstrate|measure|know)\b[^.?!;]{0,30}\b(?:work\w*|board|boss|success\w*|paid|pays|difference|better|management|director|worth)\b",
    "n-gain": r"\b(?:gain\w*|profit (?:from|by)|benefit\w*|get out of|improve\w*|speed (?:this|it|up)|save (?:you|time|money)|make (?:a|any|it) (?:difference|easier|better)|better off|easier)\b",
    "p-content": r"\b(?:satisf\w+|dissatisf\w+|unhappy|happy|content|pleased|comfortable|confident|at ease|rely|trust)\b (?:\w+ ){0,3}(?:with|about|that|on|the|by|are|is)\b",
    "p-content-start": r"^(?:and |so |but |ok |um |well |now )*(?:are|is|how|were|do)\b (?:\w+ ){0,5}(?:satisf\w+|happy|content|pleased|comfortable|confident|reliable|sure)\b",
    "p-hard": r"\b(?:difficult\w*|hard|harder|hardest|tricky|struggl\w+|awkward|tough\w*|challeng\w+|painful|headaches?|troublesome|nightmare|frustrat\w+|annoy\w*|bother\w*|hassle|cumbersome|slow|grief)\b",
    "p-any": r"\b(?:any|ever|some|which|what|other|run into|have|with|see|biggest|main|where)\b (?:\w+ ){0,4}(?:problems?|issues?|troubles?|difficult\w+|complaints?|trouble|concerns?|worries|gaps?|delays?|surprises?|obstacles?|weak\w*|hiccups?|errors?|mistakes?|limitations?|drawbacks?|disadvantages?|shortcomings?|bottlenecks?|risks?)\b",
    "p-concern": r"\b(?:concern\w*|worr\w+|afraid|nervous|uneas\w+|sleepless|doubt\w*|fear\w*|keeps? you (?:awake|up)|awake|uncomfortable|risk\w*)\b",
    "p-wrong": r"\b(?:go(?:es)? wrong|went wrong|going wrong|not (?:work\w*|go\w*)|get(?:s)? stuck|stuck|gets? lost|fall\w* (?:down|short|apart)|let\w* you down|leav\w* (?:something )?to be desired|hold\w* (?:you|things|it) (?:up|back)|in the way|break\w* down|stopping you|prevent\w* you|weak\w*|catch\w* out|caught)\b",
    "p-how-well": r"\bhow (?:well|easy|easily|reliable|good|smooth\w*|accurate|stable|quick\w*|fast|sure|safe|tight|confident|happy|satisfied|comfortable|do you (?:feel|find|like|get on|cope|rate)|are you (?:finding|getting on|coping)|is (?:\w+ ){1,4}(?:working|going|coping|holding|treating|getting on))\b",
    "p-least": r"\b(?:like (?:the )?least|least (?:like|happy|satisf)|dislike|hate|dread|could (?:be|do) better|change (?:one thing|first|about)|one thing|improve|pet hate|worst|most (?:time|trouble|annoy|difficult)|too (?:long|much|many|slow|late|often|expensive|little|few)|longer than|more than (?:it|they|you) should)\b",
    "p-ever": r"^(?:and |so |but |um |well |do |did |does |have |has |is |are |your |the |you |\w+ ){0,5}ever\b",
    "p-enough": r"\b(?:enough|cope|coping|keep up|keeping up|manage|on time|as (?:promised|planned|expected|agreed|fast|good|well)|properly|always|expectations?|up to)\b",
    "s-how-many": r"\bhow (?:many|much|long|big|large|old|often|far|frequently)\b",
    "s-who": r"\bwho\b (?:\w+ ){0,3}(?:decid\w+|sign\w*|approv\w+|handl\w+|run|runs|look\w* after|in charge|responsib\w+|own\w*|does|do|buy\w*|order\w*|use\w*|make\w*|manag\w+|involv\w+|report\w*|suppl\w+|pay\w*|set\w*|keep\w*|check\w*|take\w*|write\w*|organi\w+|need\w* to)\b",
    "s-now": r"\b(?:currently|at (?:the|this) (?:moment|present)|nowadays|at present|these days|right now|today|present|so far|existing|typical\w*|normal\w*|usual\w*|in (?:general|total|place)|on average|roughly|approximately)\b",
    "s-use": r"\b(?:do|does|are|is|have|did|which|what|how)\b (?:\w+ ){0,5}(?:use|using|run|running|have|work with|organi[sz]ed|handled?|arranged?|set up|structured?|operate|employ|buy|own|keep|produce|make|supply|supplied|process|based|located|stored?|planned|decided?|divided|split|measured?|recorded|rented|leased)\b",
    "s-which": r"^(?:and |so |um |ok |well |now )*(?:which|what|who|when|where|whose)\b (?:kind|sort|type|brand|version|make|model|system|software|share|percentage|size|year|month|day|part|department|team|person|people|supplier|country|is your|are your|is the|are the|do you|does your|did you)\b",
    "s-since": r"\b(?:since when|since which|how long have you|when (?:did|was|were|does|is|do)|how did you (?:come|choose|decide|pick)|last (?:time|bought|replaced)|due for|runs? out|expire|renew\w*|years? old|in which (?:month|year))\b",
    "s-tell": r"\b(?:tell me|walk me|talk me|describe|explain|give me (?:an idea|a picture|an overview)|run me|take me through|show me how|help me understand)\b",
    "s-yours": r"\b(?:own or rent|in-?house|outsourc\w+|do you (?:have|use|run|buy|make|work|do|keep|own|sell|supply)|who else|are there (?:any )?(?:other|plans)|is there (?:a|an) )\b",
    "c-you": r"\b(?:could|can|would|will|are you able to|may i ask you to|please|might) (?:u |you |your \w+ |we |i |the \w+ |dr \w+ |mr \w+ |ms \w+ )?(?:please |perhaps |maybe |possibly |kindly |be able to |be willing to |be so kind (?:as )?to )?(?:send|bring|introduce|confirm|sign|invite|arrange|set up|share|forward|schedule|book|meet|get (?:me|us|the|your|him|her)|give (?:us|me|our)|let (?:us|me|our)|join|put (?:me|us|it)|agree|commit|hand|lend|provide|ask (?:your|him|her|them|the)|name|nominate|free up|host|attend|approve|mail|email|pass|take (?:it|this|the|us)|have (?:the|your|them|him|her)|come|visit|pencil)\b",
    "c-let": r"\b(?:shall (?:we|i)|lets|let us|how about|what about|why dont we|should we|can we|could we|may we|may i (?:come|visit|meet|bring|send|book)|can i (?:come|visit|meet|bring|book|pencil|have|get|talk|speak|see)|i(?: would|d) (?:suggest|propose|like (?:to (?:ask|meet|invite|book|fix|come|visit)|you to))|id like you to|we agree|do we have a deal|ready to (?:sign|order|place|start|go))\b",
    "c-when": r"\b(?:when|what day|which day|what date|what time) (?:can|could|shall|should|would|will|may) (?:we|i|you|he|she|they|your|the)\b",
    "c-day": r"\b(?:by|on|before|until|till|this|next|for|at|from) (?:the )?(?:end of (?:the )?(?:week|month|day)|monday|tuesday|wednesday|thursday|friday|mon|tues?|wed|thurs?|fri|tomorrow|noon|next week|[0-9]{1,2}(?:st|nd|rd|th)|week|month)\b",
    "c-step": r"\b(?:next step\w*|move (?:forward|ahead)|go ahead|get started|place (?:the|an|your) order|sign (?:the|off|up|today|here)|contract over|start (?:the|a|with a) (?:pilot|trial|test)|introduc\w+|site visit|follow-?up|put (?:you|me) down)\b",
    "f-we": r"(?:^|[.!;,:] |\b(?:and|but|well|so|with|because|as|that|since|honestly|actually|by the way) )(?:our|we|weve|were|ours|us)\b",
    "f-verb": r"\bwe(?: have| also| can| could| will| now| always|ll|ve| are| re| do| just| already| even| would)? (?:offer|provide|deliver|guarantee|supply|make|build|cover|save|cut|use|run|work|have|give|include|print|ship|train|install|developed|design|serve|support|monitor|do|bring|handle|specialise|won|keep|own|hold|run|operate|respond|put|take|fit|add|help|lead|reduce|integrate|beat|match)\b",
    "f-lead": r"\b(?:wouldnt|dont you think|wont you|isnt it time|arent you|shouldnt you|would you not|do you not|dont you want|doesnt everybody|why not (?:just|simply|go|move|switch|try|let)|dont you agree|surely)\b",
    "f-if-we": r"\b(?:if|what if|suppose|imagine|say|when|that)\b (?:i|we|there (?:was|were|is)|our \w+|someone|somebody|a (?:machine|system|tool|product|service|way))\b(?: (?:\w+ ){0,4}(?:could|can|show|told|tell|save|cut|get|take|offer|give|guarantee|gave|was|way|said|halve|bring|prove|deliver|promise|makes?))?\b",
    "f-like": r"\b(?:would|wouldnt|do|dont|might) (?:you|u)(?: not| all| guys)? (?:like|love|want|prefer|rather have|be interested in|care for|fancy|consider|be happier)(?: to (?:have|try|own|switch|move|see|get|upgrade))? (?:a|an|our|the|one|something|more|this|some|faster|to (?:have|try|own|switch|move|upgrade))\b",
    "f-interested": r"\b(?:would (?:that|you|it) (?:\w+ )?(?:be interested|interest you|be of interest)|you (?:would|d) (?:\w+ )?(?:be interested|sign|buy|switch|want|listen|say yes)|interested in (?:our|a|an|seeing|hearing)|sign (?:with|today|tomorrow)|have you (?:considered|thought (?:of|about)) (?:our|a|an|moving|switching|using|buying|going))\b",
    "f-our": r"\b(?:our (?:\w+ ){0,3}(?:system|software|platform|solution|product|machine|service|team|app|tool|model|module|unit|line|network|customers|clients|technology|price|engineers?|plant|range|guards|drivers|kit|portal|sensors?|pumps?|paper|contract|patented)|with (?:us|our|ours)|the (?:\w+ ){1,3}(?:has|have|comes|includes?|weighs|prints|runs|does|lasts|saves|measures|detects|shows|sends|locks|supports|lets|gives|keeps|makes|tells) )\b",
    "f-boast": r"\b(?:award\w*|certified|certification|iso [0-9]+|patent\w*|unique|leading|market leader|best (?:in|on)|state of the art|cutting edge|fastest|cheapest|warranty|guarantee[ds]?|built-?in|one click|[0-9]+ (?:percent|per cent|%)|years (?:of )?experience|trusted|used by|rolled out|references?|number one|world|discount|free of charge)\b",
    "f-you-asked": r"\byou (?:asked|wanted|said you (?:wanted|needed|want|need)|were hoping|wished|mentioned you (?:want|need)\w*|were looking|required?|are looking for)\b",
    "m-greet": r"\b(?:good (?:morning|afternoon|evening|day)|hello|hi|hey|hiya|thank you|thanks|many thanks|cheers|bye|goodbye|see you|take care|have a (?:good|nice|great|lovely|safe|pleasant)|nice to (?:meet|see)|pleas\w+ to (?:meet|see|be)|glad (?:to|that)|how are (?:you|things)|how do you do|congrat\w+|all the best|safe (?:journey|trip|travels)|enjoy (?:your|the)|welcome|happy (?:birthday|new year|easter))\b",
    "m-chat": r"\b(?:weather|weekend|traffic|football|match|holidays?|coffee|tea|journey|drive (?:over|up|down|here)|parking|your (?:family|kids|dog|garden|view|talk)|the view|rain\w*|sunny|snow\w*|lunch|biscuits?|lovely|beautiful|looks great|cake|smell)\b",
    "y-ack": r"^(?:i see|ok\w*|got it|understood|i understand|fair enough|sure|certainly|of course|yes|yeah|yep|no|right|alright|sorry|apolog\w+|excuse me|noted|absolutely|hm+|i agree|good (?:point|question)|that makes sense|makes sense|true|no problem|my (?:mistake|apologies)|im afraid|thats (?:fair|fine|clear|a good|understandable)|please (?:excuse|forgive))\b",
    "y-may": r"\b(?:may i|can i|could i|mind if|alright (?:with you )?if|do you mind|would you mind|is it ok(?:ay)? if|is it all right if|alright if|ok if) (?:\w+ ){0,3}(?:ask|be (?:direct|frank|honest|open)|take|start|begin|began|check|record|note|sit|put|use|share|write|jump|call you)\b",
    "y-plan": r"\b(?:agenda|id (?:suggest|propose)|i thought we|first (?:your|id|we|i)|before we (?:start|begin)|to begin|half an hour|for today|todays? (?:meeting|talk|call)|let me (?:check|think|see|come back|get back|find|look|ask)|i(?: wi)?ll (?:check|ask|come back|get back|find out|send|note|make|look|put|let you|call|be)|come back to you|get back to you|rather not|no obligation|no hurry|dont worry|please dont|take your time)\b",
    "y-answer": r"\b(?:(?:the|our|its?|that) (?:\w+ ){0,3}(?:price|fee|rate|lead time|delivery time|minimum|deposit|cost|costs) (?:\w+ ){0,3}(?:is|are|would be|starts|comes|per)|its [£$€]?[0-9]|[£$€][0-9]|excluding|plus vat|per (?:unit|seat|user|month|head|tonne|piece|year)|in stock|weeks? at present|payment terms|an? (?:customer|client|plant|school|operator|hotel|company|colleague|firm|hospital) (?:of|in|near|i) )",
    "u-so": r"^(?:ok |okay |right |well |alright |and |um |now )*(?:so|basically|in (?:short|other words|summary|essence)|to (?:sum|summari|recap)|from (?:what|your)|what i|let me (?:recap|sum|check|repeat|play|see if|make sure|just)|if i|just to|you (?:said|told|mentioned|have|are|ve|see|want|need|feel|made|described|explained)|as i understand|my understanding|it sounds|sounds like|ive (?:got|noted|heard|understood))\b",
    "u-recap": r"\b(?:recap|sum(?:mari[sz]e|mary|ming|med)?(?: (?:up|it|that|things))?|if i(?: have|ve)? (?:got |understood |heard |understand |hear )?(?:it |you |that |this )?(?:right\w*|correct\w*|well)|understood you|what (?:im|i am|i) (?:hear\w*|take|understand|gather|picked|noted)|my understanding|from what you|you(?:re| are) (?:saying|telling)|in other words|did i (?:get|understand)|have i (?:got|understood|missed)|main points?|key points?|as i understand|play (?:that|it|this) back|what you(?:ve| have)? (?:said|told|described|shared)|you (?:said|told me|made (?:it )?clear))\b",
    "u-check": r"(?:,|\.|-|;|:| )\s*(?:is (?:that|this|it) (?:right|correct|so|about right|fair|accurate)|(?:is )?(?:that )?(?:right|correct|yeah|yes|agree|agreed)|did i (?:get|miss)[^.?!]{0,25}|have i (?:got|missed|understood)[^.?!]{0,25}|do i have that right|ok|fair|anything (?:i missed|missing|to add)|would you agree|does that (?:sum|cover)[^.?!]{0,20})\s*\??$",
    "i-given": r"\b(?:the|that|those|these|this|such|your|each|every|one|a|an) (?:\w+ )?(?:problem|issue|delay|outage|fail|error|mistake|breakdown|loss|losses|waste|bottleneck|shortage|complain|defect|worry|uncertaint|theft|incident|gap|weak|poor|bad|slow|late|missing|lost|empty|lack|interruption|downtime|turnover|stoppage|leak|fine\b|accident|backlog|rework|scrap|reject|damage|mess|faulty|wrong|dispute|overrun|break-?in)\w*",
    "i-hold": r"\b(?:hold\w* (?:up|back)|(?:keep|stop|prevent)\w* (?:you|them|your \w+|people|the \w+) (?:from|doing)|push\w* (?:you|up|back)|eat\w* (?:into|up)|at risk|at stake|(?:make|makes|making|made) (?:\w+ ){0,2}(?:harder|more difficult|worse)|cost you|expos\w+|threaten\w*|doing to|do to (?:morale|you|your)|in the neck|drive\w* up|count\w* against|swallow\w*|turn\w* (?:away|down)|walk away|elsewhere|lose (?:a|the|your|any|business|customers)|left over|leave over|fall behind|give up)\b",
    "i-react": r"\bhow (?:do|did|does|would|will|have) (?:\w+ ){1,4}(?:react\w*|take it|respond\w*|feel|look|look upon)\b|\bwhat (?:do|does|did|will|would) (?:\w+ ){1,4}(?:say|think|do) (?:when|if|about the|to that|then|with you)\b",
    "i-link": r"\b(?:reason (?:why|for)|link between|behind some|connected|as a result|serious|danger|legal|watch list|follow from|what follows|because)\b",
    "i-so-much": r"\b(?:what|how much)(?: is| s|s)? (?:that|it|this|one|each|each one) (?:a|per|in|over|worth|come|by|each|all)\b|\b(?:all in|all told|in total|all together)\b",
    "n-more": r"\b(?:what|which|how|where)\b[^.?!;]{0,20}\b(?:could|would|might)\b[^.?!;]{0,25}\b(?:deliver|sell|offer|take on|turn to|stop doing|put|possible|instead|come your way|start|invest|devote|pursue|earn|manage)\b",
    "n-rise": r"\b(?:more|extra|better|higher|faster|fewer|less|lower|no more) (?:\w+ ){0,3}(?:mean|do for|bring|add|yield|capacity|output|worth|give)\b|\b(?:rise|increase|improvement|reduction|gain|cut) (?:in|of)\b",
    "n-in-it": r"\b(?:in it for|happiest|thank you for|love to see|bring\w* closer|looking for|keen|towards|look forward|pleased|appreciate|makes? life|end goal|objective|pay(?:s|ing)? off|paid off|went away|gone|never (?:had to|have to|again))\b",
    "p-too": r"\b(?:too \w+|not quite|or nah|or not|or is it|a bit of a|rather dear|longer than|isnt it)\b",
    "p-quality": r"\b(?:is|are|does|do|has|have|how|will|did|was|were)\b[^.?!;]{0,40}\b(?:good|decent|adequate|acceptable|effective|efficient|punctual|certain|right|nicely|well|clear|correct|fit|tick\w*|hitch\w*|works?|consistent|rigid|noisy|dear|expensive|dull|crash|jam|clumsy|outdated|trustworthy|ok|okay|fast|secure|tidy|fresh|nuisance|deserve|promises?|performing|performance|reliable|accurate)\b",
    "p-feedback": r"\b(?:feedback|complain\w*|rate|judge|received|criticis\w*|impression|opinion|verdict|grumbl\w*|moan\w*|disappoint\w*|misgivings?|drawbacks?|honestly|hand on heart|in your (?:view|eyes|opinion)|stand|what do you (?:think|make) of|how do you feel about)\b",
    "p-most": r"\b(?:poorest|slowest|shakiest|weakest|worst|hardest|biggest (?:challenge|problem|worry|risk|obstacle|headache|issue)|greatest (?:danger|risk|worry|problem)|most (?:difficult|time|trouble|annoying|frustrating|often wrong)|chase|creak|hang|hangs|give up|jam|lie around|missing)\b",
    "s-how-do": r"\bhow (?:do|does|are|is|did) (?:\w+ ){1,5}(?:train|measur|plan|qualif|track|forecast|organi|divid|pay|paid|staff|dispatch|review|assign|record|collect|calculat|go about|stor|ship|handl|schedul|recruit|communicat|bill|choos|select|order|book|log|told|distribut|split|built)\w*",
    "s-from": r"\b(?:come from|come in from|go to|end up|kept|based|located|get your|made|since when|since which|up to date|own hiring|one maker)\b",
    "s-kind": r"\bwhat (?:kind|type|sort|method|hours|percentage|share|proportion|make|brand|size|volume|is the (?:usual|present|current)|system|software|criteria|role|does the \w+ do)\b|\b(?:per (?:day|week|month|year|shift)|an average|a typical|a normal|in a (?:day|week|month|year))\b",
    "s-have": r"^(?:\w+ ){0,2}(?:do|does|are|is|have|has) (?:you|your|the|they|those|both|it) (?:\w+ ){0,3}(?:have|use|own|keep|employ|carry|sell|operate|do|sort|buy|on|in|centrally|leased|still|all)\b",
    "f-us": r"\b(?:with us|from us|one of ours|ours|makes us|choose us|our package|can i have|could i have your business|have you (?:looked at|considered|seen)|fancy|how about (?:a|our)|who wouldnt|surely|free upgrade|i (?:can )?promise|clients tell us|nobody else|no one else)\b",
    "y-price": r"\b(?:fee|charge|set-?up|included|price list|delivered|vat|courier|on top of that|each and|a unit|a month|per truck|installation|binding|terms)\b",
    "m-wish": r"\b(?:hope (?:the|you|your)|regards|restful|gorgeous|friendly|picked a|my own|my (?:daughter|son|wife|husband|kids|dad|mum)|brings back|nothing like|smells?|beauty|looking (?:well|good)|day for|feeling better|half-?term|birthday|busy week|keeping well)\b",
    "u-ask": r"\b(?:on the right track|fair (?:description|summary)|anything (?:i|you)(?: have|ve)? (?:forgot|forgotten|missed|left|want to add)|left (?:anything|something) out|is this correct|am i (?:right|correct)|i gather|may i write down|you would like|you want|cannot afford|the (?:main|real|two|three|four) (?:points|things|concerns|issues)|matters most to you)\b",
}
"""Name of a frame to its pattern. The letter before the hyphen tells what it was written for."""
