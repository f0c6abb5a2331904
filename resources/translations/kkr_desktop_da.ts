<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da" sourcelanguage="en">
<context>
    <name>AddressDialog</name>
    <message>
        <source>Address list</source>
        <translation>Adresseliste</translation>
    </message>
    <message>
        <source>&amp;Members</source>
        <translation>&amp;Medlemmer</translation>
    </message>
    <message>
        <source>&amp;Secretaries</source>
        <translation>&amp;Sekretærer</translation>
    </message>
    <message>
        <source>C&amp;opies</source>
        <translation>K&amp;opimodtagere</translation>
    </message>
    <message>
        <source>O&amp;bservers and the council&apos;s secretary</source>
        <translation>O&amp;bservatører og rådets sekretær</translation>
    </message>
    <message>
        <source>&amp;Copy addresses</source>
        <translation>&amp;Kopiér adresser</translation>
    </message>
    <message>
        <source>&amp;E-mail draft</source>
        <translation>&amp;E-mailkladde</translation>
    </message>
    <message>
        <source>&amp;For:</source>
        <translation>&amp;Til:</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresser</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n adresse</numerusform>
            <numerusform>%n adresser</numerusform>
        </translation>
    </message>
    <message>
        <source>No e-mail address: {names}</source>
        <translation>Uden e-mailadresse: {names}</translation>
    </message>
    <message>
        <source>Also on paper: {names}</source>
        <translation>Også på papir: {names}</translation>
    </message>
</context>
<context>
    <name>AgendaTab</name>
    <message>
        <source>Item</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Sektion</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Op</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ned</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Slet</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Gentag</translation>
    </message>
    <message>
        <source>Dispatch agenda…</source>
        <translation>Udsend dagsorden…</translation>
    </message>
    <message>
        <source>Check accessibility…</source>
        <translation>Tjek tilgængelighed…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Forhåndsvisning</translation>
    </message>
    <message>
        <source>No meeting chosen</source>
        <translation>Intet møde valgt</translation>
    </message>
    <message>
        <source>Choose a meeting at the top, or plan one in the meeting calendar.</source>
        <translation>Vælg et møde øverst, eller planlæg et i mødekalenderen.</translation>
    </message>
    <message>
        <source>The agenda is not begun</source>
        <translation>Dagsordenen er ikke begyndt</translation>
    </message>
    <message>
        <source>Begin with the standing sections of this kind of meeting.</source>
        <translation>Begynd med de faste sektioner for denne slags møde.</translation>
    </message>
    <message>
        <source>Begin the agenda</source>
        <translation>Begynd dagsordenen</translation>
    </message>
    <message>
        <source>No item chosen</source>
        <translation>Intet punkt valgt</translation>
    </message>
    <message>
        <source>Choose an item, or add one.</source>
        <translation>Vælg et punkt, eller tilføj et.</translation>
    </message>
    <message>
        <source>Planned: {planned} of {whole}</source>
        <translation>Planlagt: {planned} af {whole}</translation>
    </message>
    <message>
        <source>Build pack…</source>
        <translation>Byg bilagspakke…</translation>
    </message>
    <message>
        <source>Board…</source>
        <translation>Tavle…</translation>
    </message>
    <message>
        <source>Compare &amp;versions…</source>
        <translation>Sammenlign &amp;versioner…</translation>
    </message>
    <message>
        <source>What was &amp;sent…</source>
        <translation>&amp;Udsendelser…</translation>
    </message>
</context>
<context>
    <name>AmendmentDialog</name>
    <message>
        <source>Send a supplement or a correction</source>
        <translation>Send tillæg eller rettelse</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Det, der er ændret</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Tjekliste</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Modtagere</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Send</translation>
    </message>
</context>
<context>
    <name>AppendixAdding</name>
    <message>
        <source>Files taken in</source>
        <translation>Filer, der er tilføjet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>Adding »{name}« ({number} of {count})</source>
        <translation>Tilføjer »{name}« ({number} af {count})</translation>
    </message>
    <message>
        <source>»{name}« is locked. Its password:</source>
        <translation>»{name}« er låst. Adgangskode:</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Adgangskode</translation>
    </message>
    <message>
        <source>Choose the PDF…</source>
        <translation>Vælg PDF’en…</translation>
    </message>
    <message>
        <source>The document as PDF</source>
        <translation>Dokumentet som PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
</context>
<context>
    <name>AppendixChanges</name>
    <message>
        <source>Move appendix</source>
        <translation>Flyt bilag</translation>
    </message>
    <message>
        <source>Remove appendix</source>
        <translation>Fjern bilag</translation>
    </message>
    <message>
        <source>Remove public version</source>
        <translation>Fjern offentlig udgave</translation>
    </message>
    <message>
        <source>Rename public version</source>
        <translation>Omdøb offentlig udgave</translation>
    </message>
</context>
<context>
    <name>AppendixList</name>
    <message>
        <source>Add appendix…</source>
        <translation>Tilføj bilag…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Flyt op</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Flyt ned</translation>
    </message>
    <message>
        <source>Move to another item…</source>
        <translation>Flyt til et andet punkt…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sider</numerusform>
        </translation>
    </message>
    <message>
        <source>Add appendix</source>
        <translation>Tilføj bilag</translation>
    </message>
    <message>
        <source>Item that »{title}« moves to:</source>
        <translation>Punkt, som »{title}« flyttes til:</translation>
    </message>
    <message>
        <source>Move appendix</source>
        <translation>Flyt bilag</translation>
    </message>
    <message>
        <source>Drop files here: PDF, pictures, Office. A tick means public.</source>
        <translation>Slip filer her: PDF, billeder, Office. Et flueben betyder offentligt.</translation>
    </message>
    <message>
        <source>not accessible</source>
        <translation>ikke tilgængeligt</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n bemærkning</numerusform>
            <numerusform>%n bemærkninger</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents and pictures ({patterns})</source>
        <translation>Dokumenter og billeder ({patterns})</translation>
    </message>
    <message>
        <source>Replace »{title}« by a newer file</source>
        <translation>Erstat »{title}« med en nyere fil</translation>
    </message>
    <message>
        <source>Public version…</source>
        <translation>Offentlig udgave…</translation>
    </message>
    <message>
        <source>own public version</source>
        <translation>egen offentlig udgave</translation>
    </message>
    <message>
        <source>public version out of date</source>
        <translation>offentlig udgave er forældet</translation>
    </message>
    <message>
        <source>The public reads »{name}« instead.</source>
        <translation>Offentligheden ser »{name}« i stedet.</translation>
    </message>
    <message>
        <source>»{name}« was made for an earlier file; the public reads nothing.</source>
        <translation>»{name}« hører til en ældre fil; offentligheden ser intet af bilaget.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vis</translation>
    </message>
    <message>
        <source>Replace by a newer file…</source>
        <translation>Erstat med en nyere fil…</translation>
    </message>
    <message>
        <source>Earlier files…</source>
        <translation>Tidligere filer…</translation>
    </message>
    <message>
        <source>Selected appendix</source>
        <translation>Valgt bilag</translation>
    </message>
</context>
<context>
    <name>AppendixRows</name>
    <message>
        <source>Appendices</source>
        <translation>Bilag</translation>
    </message>
</context>
<context>
    <name>AttendanceModel</name>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Parti</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>Stedfortræder</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Kom</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gik</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>{name} (no member that day)</source>
        <translation>{name} (ikke medlem den dag)</translation>
    </message>
    <message>
        <source>item {number}</source>
        <translation>punkt {number}</translation>
    </message>
</context>
<context>
    <name>AttendanceTotalsLabel</name>
    <message>
        <source>{count} present</source>
        <translation>{count} til stede</translation>
    </message>
    <message>
        <source>{count} online</source>
        <translation>{count} virtuelt</translation>
    </message>
    <message>
        <source>{count} apologies</source>
        <translation>{count} afbud</translation>
    </message>
    <message>
        <source>{count} absent</source>
        <translation>{count} udeblevet</translation>
    </message>
    <message>
        <source>{count} not noted</source>
        <translation>{count} ikke noteret</translation>
    </message>
    <message>
        <source>{count} replies</source>
        <translation>{count} svar</translation>
    </message>
    <message>
        <source>Parties: {shares}</source>
        <translation>Partier: {shares}</translation>
    </message>
    <message>
        <source>At item {number}: {count}</source>
        <translation>Ved punkt {number}: {count}</translation>
    </message>
</context>
<context>
    <name>AttendanceView</name>
    <message>
        <source>Attendance</source>
        <translation>Deltagelse</translation>
    </message>
    <message>
        <source>&amp;Everybody present</source>
        <translation>&amp;Alle til stede</translation>
    </message>
    <message>
        <source>Marks as present everybody of whom nothing is noted yet.</source>
        <translation>Markerer alle, der endnu ikke er noteret noget om, som til stede.</translation>
    </message>
    <message>
        <source>Present (T)</source>
        <translation>Til stede (T)</translation>
    </message>
    <message>
        <source>Online (V)</source>
        <translation>Virtuelt (V)</translation>
    </message>
    <message>
        <source>Apology (A)</source>
        <translation>Afbud (A)</translation>
    </message>
    <message>
        <source>Absent (U)</source>
        <translation>Udeblevet (U)</translation>
    </message>
    <message>
        <source>Find a member (Ctrl+F)</source>
        <translation>Find et medlem (Ctrl+F)</translation>
    </message>
    <message>
        <source>Take over &amp;replies</source>
        <translation>&amp;Svar bliver til deltagelse</translation>
    </message>
    <message>
        <source>Makes attendance of the replies, where nothing is noted yet.</source>
        <translation>Gør svarene til deltagelse, hvor der endnu ikke er noteret noget.</translation>
    </message>
    <message>
        <source>Comes now (K)</source>
        <translation>Kommer nu (K)</translation>
    </message>
    <message>
        <source>Leaves now (G)</source>
        <translation>Går nu (G)</translation>
    </message>
    <message>
        <source>Substitute (S)…</source>
        <translation>Stedfortræder (S)…</translation>
    </message>
    <message>
        <source>Reply before the meeting: J is coming, O online, N is not coming.</source>
        <translation>Svar før mødet: J kommer, O kommer virtuelt, N kommer ikke.</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>Find et medlem</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Gentag</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Kom</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gik</translation>
    </message>
    <message>
        <source>Everybody present</source>
        <translation>Alle til stede</translation>
    </message>
    <message>
        <source>Take over replies</source>
        <translation>Svar bliver til deltagelse</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>Stedfortræder</translation>
    </message>
    <message>
        <source>Whole meeting: T present · V online · A apology · U absent</source>
        <translation>Hele mødet: T til stede · V virtuelt · A afbud · U udeblevet</translation>
    </message>
</context>
<context>
    <name>BlockForm</name>
    <message>
        <source>Edit days</source>
        <translation>Rediger dage</translation>
    </message>
    <message>
        <source>Add days</source>
        <translation>Tilføj dage</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Navn:</translation>
    </message>
    <message>
        <source>&amp;First day:</source>
        <translation>&amp;Første dag:</translation>
    </message>
    <message>
        <source>&amp;Last day:</source>
        <translation>&amp;Sidste dag:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Type:</translation>
    </message>
    <message>
        <source>How &amp;serious:</source>
        <translation>Hvor &amp;alvorligt:</translation>
    </message>
</context>
<context>
    <name>BlocksDialog</name>
    <message>
        <source>School holidays and events</source>
        <translation>Ferier og begivenheder</translation>
    </message>
    <message>
        <source>Days to know of</source>
        <translation>Dage at kende</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Tilføj…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Rediger…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importér…</translation>
    </message>
    <message>
        <source>Remove the calendar…</source>
        <translation>Fjern kalenderen…</translation>
    </message>
    <message>
        <source>Remove all that came with the chosen row&apos;s calendar</source>
        <translation>Fjern alt, der kom med den valgte rækkes kalender</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrér</translation>
    </message>
    <message>
        <source>{name}: {added} new, {changed} changed, {gone} removed.</source>
        <translation>{name}: {added} nye, {changed} ændret, {gone} fjernet.</translation>
    </message>
    <message>
        <source>Remove all that came from »{name}«?</source>
        <translation>Fjern alt, der kom fra »{name}«?</translation>
    </message>
    <message>
        <source>It can be taken in again from its file.</source>
        <translation>Det kan læses ind igen fra filen.</translation>
    </message>
    <message>
        <source>Remove the calendar</source>
        <translation>Fjern kalenderen</translation>
    </message>
    <message>
        <source>Choose a file of school holidays and events</source>
        <translation>Vælg en fil med ferier og begivenheder</translation>
    </message>
    <message>
        <source>Another calendar (.ics), or a table (Excel or CSV) with the columns Fra, Til, Navn, Type and Hvor alvorligt</source>
        <translation>En anden kalender (.ics) eller en tabel (Excel eller CSV) med kolonnerne Fra, Til, Navn, Type og Hvor alvorligt</translation>
    </message>
    <message>
        <source>Calendars and tables (*.ics *.xlsx *.csv)</source>
        <translation>Kalendere og tabeller (*.ics *.xlsx *.csv)</translation>
    </message>
    <message>
        <source>{count} periods were added.</source>
        <translation>{count} perioder er tilføjet.</translation>
    </message>
</context>
<context>
    <name>BlocksModel</name>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>How serious</source>
        <translation>Hvor alvorligt</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message>
        <source>(no title)</source>
        <translation>(uden overskrift)</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>frist {day}</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>ingen ansvarlig endnu</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n dag for sent</numerusform>
            <numerusform>%n dage for sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open comment(s)</source>
        <translation>
            <numerusform>%n åben kommentar</numerusform>
            <numerusform>%n åbne kommentarer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardDialog</name>
    <message>
        <source>Where the items are</source>
        <translation>Tavle: Hvor er punkterne?</translation>
    </message>
    <message>
        <source>&amp;Copy the reminder</source>
        <translation>&amp;Kopiér rykkertekst</translation>
    </message>
    <message>
        <source>Deadline for &amp;all…</source>
        <translation>&amp;Frist for alle…</translation>
    </message>
    <message>
        <source>Reminders as e-mail &amp;drafts</source>
        <translation>Rykkere som e-mail-kla&amp;dder</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Drag an item to its column, or move it with Ctrl+Left and Ctrl+Right.</source>
        <translation>Træk et punkt til dets kolonne, eller flyt det med Ctrl+Venstre og Ctrl+Højre.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) late.</source>
        <translation>
            <numerusform>%n punkt er for sent.</numerusform>
            <numerusform>%n punkter er for sent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is late.</source>
        <translation>Intet er for sent.</translation>
    </message>
    <message>
        <source>Move item</source>
        <translation>Flyt punkt</translation>
    </message>
    <message>
        <source>Deadline for all</source>
        <translation>Frist for alle</translation>
    </message>
</context>
<context>
    <name>BodiesDialog</name>
    <message>
        <source>Councils and election terms</source>
        <translation>Råd og valgperioder</translation>
    </message>
    <message>
        <source>Council or forum</source>
        <translation>Råd eller forum</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Pladser</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>Successor</source>
        <translation>Afløser</translation>
    </message>
    <message>
        <source>Councils and forums</source>
        <translation>Råd og fora</translation>
    </message>
    <message>
        <source>Show &amp;closed ones</source>
        <translation>Vis ne&amp;dlagte</translation>
    </message>
    <message>
        <source>Election term</source>
        <translation>Valgperiode</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Første dag</translation>
    </message>
    <message>
        <source>Election terms</source>
        <translation>Valgperioder</translation>
    </message>
    <message>
        <source>&amp;New council or forum…</source>
        <translation>&amp;Nyt råd eller forum…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Redigér…</translation>
    </message>
    <message>
        <source>C&amp;lose…</source>
        <translation>Ned&amp;læg…</translation>
    </message>
    <message>
        <source>Let it go &amp;on</source>
        <translation>&amp;Genopret</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Vis i vinduet</translation>
    </message>
    <message>
        <source>&amp;New election term…</source>
        <translation>&amp;Ny valgperiode…</translation>
    </message>
</context>
<context>
    <name>BodyDialog</name>
    <message>
        <source>Settings of {name}</source>
        <translation>Indstillinger for {name}</translation>
    </message>
    <message>
        <source>Anew for each item</source>
        <translation>Forfra ved hvert punkt</translation>
    </message>
    <message>
        <source>Straight through</source>
        <translation>Fortløbende</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Overskrift</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Vælg…</translation>
    </message>
    <message>
        <source>C&amp;olour of documents:</source>
        <translation>&amp;Dokumenternes farve:</translation>
    </message>
    <message>
        <source>&amp;Line on the front page:</source>
        <translation>&amp;Linje på forsiden:</translation>
    </message>
    <message>
        <source>&amp;Group meetings:</source>
        <translation>&amp;Gruppemøder:</translation>
    </message>
    <message>
        <source>&amp;Number appendices:</source>
        <translation>&amp;Nummerér bilag:</translation>
    </message>
    <message>
        <source>For those who cannot see it: Logo of {name}</source>
        <translation>For dem, der ikke kan se det: Logo for {name}</translation>
    </message>
    <message>
        <source>&amp;Divide long words at the ends of lines</source>
        <translation>Del lange &amp;ord ved linjeskift</translation>
    </message>
    <message>
        <source>Logo on the front page:</source>
        <translation>Logo på forsiden:</translation>
    </message>
    <message>
        <source>The logo in &amp;words:</source>
        <translation>Logoet &amp;med ord:</translation>
    </message>
    <message>
        <source>Logo of {name}</source>
        <translation>Logo for {name}</translation>
    </message>
</context>
<context>
    <name>BodyForm</name>
    <message>
        <source>New council or forum</source>
        <translation>Nyt råd eller forum</translation>
    </message>
    <message>
        <source>Council or forum</source>
        <translation>Råd eller forum</translation>
    </message>
    <message>
        <source>For lists and narrow columns</source>
        <translation>Til lister og smalle kolonner</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Fra:</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Første dag</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Ikke fastsat</translation>
    </message>
    <message>
        <source>In the election term of today, or of the first day of a coming body.</source>
        <translation>I den nuværende valgperiode, eller i den, hvor et kommende råd begynder.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Navn:</translation>
    </message>
    <message>
        <source>&amp;Short name:</source>
        <translation>&amp;Kort navn:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Type:</translation>
    </message>
    <message>
        <source>&amp;Belongs to:</source>
        <translation>&amp;Hører til:</translation>
    </message>
    <message>
        <source>S&amp;eats:</source>
        <translation>&amp;Pladser:</translation>
    </message>
</context>
<context>
    <name>CalendarTab</name>
    <message>
        <source>Plan meeting…</source>
        <translation>Planlæg møde…</translation>
    </message>
    <message>
        <source>Edit or move…</source>
        <translation>Rediger eller flyt…</translation>
    </message>
    <message>
        <source>Cancel meeting…</source>
        <translation>Aflys møde…</translation>
    </message>
    <message>
        <source>Reinstate</source>
        <translation>Genoptag</translation>
    </message>
    <message>
        <source>Back one step…</source>
        <translation>Et trin tilbage…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Gentag</translation>
    </message>
    <message>
        <source>The year&apos;s meetings</source>
        <translation>Årets møder</translation>
    </message>
    <message>
        <source>School holidays and events…</source>
        <translation>Ferier og begivenheder…</translation>
    </message>
    <message>
        <source>Mark as {state}</source>
        <translation>Markér som {state}</translation>
    </message>
    <message>
        <source>No meetings in {year}</source>
        <translation>Ingen møder i {year}</translation>
    </message>
    <message>
        <source>Double-click a day in the month to plan one, or begin here.</source>
        <translation>Dobbeltklik på en dag i måneden for at planlægge et møde, eller begynd her.</translation>
    </message>
    <message>
        <source>Plan a year…</source>
        <translation>Planlæg et år…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Dubler…</translation>
    </message>
</context>
<context>
    <name>CalendarViews</name>
    <message>
        <source>Earlier</source>
        <translation>Tidligere</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senere</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Måned</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>År</translation>
    </message>
    <message>
        <source>Year wheel</source>
        <translation>Årshjul</translation>
    </message>
    <message>
        <source>All councils</source>
        <translation>Alle råd</translation>
    </message>
    <message>
        <source>Show all councils in the wheel and on its poster, not only the chosen one</source>
        <translation>Vis alle råd i hjulet og på plakaten, ikke kun det valgte råd</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
</context>
<context>
    <name>ChainPanel</name>
    <message>
        <source>The meeting&apos;s milestones</source>
        <translation>Mødets milepæle</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Udført</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Rediger…</translation>
    </message>
    <message>
        <source>Add milestone…</source>
        <translation>Tilføj milepæl…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Template…</source>
        <translation>Skabelon…</translation>
    </message>
    <message>
        <source>The milestones that every meeting gets</source>
        <translation>De milepæle, som hvert møde får</translation>
    </message>
    <message>
        <source>The meeting has no milestones.</source>
        <translation>Mødet har ingen milepæle.</translation>
    </message>
    <message>
        <source> (instead of {day})</source>
        <translation> (i stedet for {day})</translation>
    </message>
    <message>
        <source>waits for “{milestone}”</source>
        <translation>venter på »{milestone}«</translation>
    </message>
    <message>
        <source>done on {day}</source>
        <translation>udført den {day}</translation>
    </message>
    <message>
        <source>late</source>
        <translation>overskredet</translation>
    </message>
    <message>
        <source>Mark milestone as done</source>
        <translation>Markér milepæl som udført</translation>
    </message>
    <message>
        <source>Mark as not done</source>
        <translation>Markér som ikke udført</translation>
    </message>
    <message>
        <source>Change milestone</source>
        <translation>Ret milepæl</translation>
    </message>
    <message>
        <source>Add milestone</source>
        <translation>Tilføj milepæl</translation>
    </message>
    <message>
        <source>Remove milestone</source>
        <translation>Fjern milepæl</translation>
    </message>
    <message>
        <source>Remove the milestone from this meeting</source>
        <translation>Fjern milepælen fra dette møde</translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>Goes: {gone}. Comes: {come}.</source>
        <translation>Forsvinder: {gone}. Kommer: {come}.</translation>
    </message>
    <message>
        <source>only the looks differ</source>
        <translation>kun udseendet er forskelligt</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>&amp;Supplementary agenda: late items and appendices, with their files</source>
        <translation>&amp;Tillægsdagsorden: sene punkter og bilag, med filerne</translation>
    </message>
    <message>
        <source>&amp;Correction sheet: what changed, word by word</source>
        <translation>&amp;Rettelsesblad: det, der er ændret, ord for ord</translation>
    </message>
    <message>
        <source>The c&amp;hanged pages alone, for those who have the agenda on paper</source>
        <translation>Kun de ændrede &amp;sider, til dem, der har dagsordenen på papir</translation>
    </message>
    <message>
        <source>The &amp;whole agenda anew, with a bar beside what changed</source>
        <translation>&amp;Hele dagsordenen på ny, med en streg ud for det ændrede</translation>
    </message>
    <message>
        <source>Close the agenda again without sending</source>
        <translation>Luk dagsordenen igen uden at sende</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ from what members have.</source>
        <translation>
            <numerusform>%n sted er anderledes end det, medlemmerne har.</numerusform>
            <numerusform>%n steder er anderledes end det, medlemmerne har.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs from what members have.</source>
        <translation>Intet er anderledes end det, medlemmerne har.</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>Items</source>
        <translation>Punkter</translation>
    </message>
    <message>
        <source>What changed in the item</source>
        <translation>Det, der er ændret i punktet</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nyt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ændret</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Udgået</translation>
    </message>
    <message>
        <source>The item is new. All of it is in the supplement.</source>
        <translation>Punktet er nyt. Hele punktet står i tillægsdagsordenen.</translation>
    </message>
    <message>
        <source>The item is withdrawn; its number stays.</source>
        <translation>Punktet er udgået; nummeret bliver stående.</translation>
    </message>
    <message>
        <source>The item is the same in both versions.</source>
        <translation>Punktet er ens i begge versioner.</translation>
    </message>
    <message>
        <source>Only the look, or a picture, is different.</source>
        <translation>Kun opsætningen eller et billede er anderledes.</translation>
    </message>
</context>
<context>
    <name>ClockPanel</name>
    <message>
        <source>Used of the planned minutes</source>
        <translation>Brugt af de planlagte minutter</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Every item is dealt with</source>
        <translation>Alle punkter er behandlet</translation>
    </message>
    <message>
        <source>The meeting begins at {time}</source>
        <translation>Mødet begynder kl. {time}</translation>
    </message>
    <message>
        <source>Next: {item}</source>
        <translation>Næste: {item}</translation>
    </message>
    <message>
        <source>{used} of {planned} min.</source>
        <translation>{used} af {planned} min.</translation>
    </message>
    <message>
        <source>{used} min.</source>
        <translation>{used} min.</translation>
    </message>
    <message>
        <source>{minutes} min. behind the plan</source>
        <translation>{minutes} min. bagud</translation>
    </message>
    <message>
        <source>{minutes} min. ahead of the plan</source>
        <translation>{minutes} min. foran planen</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>som planlagt</translation>
    </message>
</context>
<context>
    <name>CloseForm</name>
    <message>
        <source>Close council or forum</source>
        <translation>Nedlæg råd eller forum</translation>
    </message>
    <message>
        <source>Closes:</source>
        <translation>Nedlægges:</translation>
    </message>
    <message>
        <source>&amp;Last day:</source>
        <translation>Sidste &amp;dag:</translation>
    </message>
    <message>
        <source>&amp;Successor:</source>
        <translation>&amp;Afløser:</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Nedlæg</translation>
    </message>
    <message>
        <source>All memberships end on that day. Minutes and history stay.</source>
        <translation>Alle medlemskaber slutter den dag. Referater og historik bliver stående.</translation>
    </message>
    <message>
        <source>Closes too: {names}.</source>
        <translation>Nedlægges også: {names}.</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare versions</source>
        <translation>Sammenlign versioner</translation>
    </message>
    <message>
        <source>Only what &amp;changed</source>
        <translation>&amp;Kun det ændrede</translation>
    </message>
    <message>
        <source>The agenda as it is now</source>
        <translation>Dagsordenen, som den er nu</translation>
    </message>
    <message>
        <source>Version {number}, sent {day}</source>
        <translation>Version {number}, sendt {day}</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Fra:</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>&amp;Til:</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ.</source>
        <translation>
            <numerusform>%n sted er anderledes.</numerusform>
            <numerusform>%n steder er anderledes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two versions are the same.</source>
        <translation>De to versioner er ens.</translation>
    </message>
</context>
<context>
    <name>ContactsDialog</name>
    <message>
        <source>Contacts of {name}</source>
        <translation>Kontakter for {name}</translation>
    </message>
    <message>
        <source>The member</source>
        <translation>Medlemmet</translation>
    </message>
    <message>
        <source>Wants the agenda on &amp;paper</source>
        <translation>Vil have dagsordenen på &amp;papir</translation>
    </message>
    <message>
        <source>Wants it in &amp;large print</source>
        <translation>Vil have den med &amp;stor skrift</translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation>Sekretær</translation>
    </message>
    <message>
        <source>Chief executive</source>
        <translation>Kommunaldirektør</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Navn:</translation>
    </message>
    <message>
        <source>Gets a copy of agenda and minutes</source>
        <translation>Får kopi af dagsorden og referat</translation>
    </message>
    <message>
        <source>E-mail:</source>
        <translation>E-mail:</translation>
    </message>
    <message>
        <source>Phone:</source>
        <translation>Telefon:</translation>
    </message>
    <message>
        <source>Street and number
Postcode and town</source>
        <translation>Vej og nummer
Postnummer og by</translation>
    </message>
    <message>
        <source>Postal address:</source>
        <translation>Postadresse:</translation>
    </message>
    <message>
        <source>Private – never in lists, files or e-mails</source>
        <translation>Privat – aldrig i lister, filer eller e-mails</translation>
    </message>
</context>
<context>
    <name>CorrectionsDialog</name>
    <message>
        <source>Corrections in {file}</source>
        <translation>Rettelser i {file}</translation>
    </message>
    <message>
        <source>Corrected items</source>
        <translation>Rettede punkter</translation>
    </message>
    <message>
        <source>&amp;Take over what is ticked</source>
        <translation>&amp;Overtag det afkrydsede</translation>
    </message>
    <message>
        <source>The file corrects nothing: it says what the minutes say.</source>
        <translation>Filen retter intet: Den siger det samme som referatet.</translation>
    </message>
    <message>
        <source>Struck through goes, underlined comes. Untick what is not to be taken over.</source>
        <translation>Det overstregede forsvinder, det understregede kommer. Fjern krydset ved det, der ikke skal overtages.</translation>
    </message>
    <message>
        <source>The corrections of this item are taken over.</source>
        <translation>Rettelserne til dette punkt er overtaget.</translation>
    </message>
    <message>
        <source>⚠ This decision was also changed here after the file was made.</source>
        <translation>⚠ Beslutningen er også ændret her i programmet, efter at filen blev lavet.</translation>
    </message>
    <message>
        <source>Not found in the file, and left as they are: item {numbers}.</source>
        <translation>Ikke fundet i filen, og ladt uændret: punkt {numbers}.</translation>
    </message>
</context>
<context>
    <name>CrashLog</name>
    <message>
        <source>Something unexpected went wrong. What you have typed so far is saved. Please send this file to support:</source>
        <translation>Der skete noget uventet. Det, du har skrevet indtil nu, er gemt. Send denne fil til support:</translation>
    </message>
</context>
<context>
    <name>DayChooser</name>
    <message>
        <source>Sho&amp;w as on:</source>
        <translation>&amp;Vis pr.:</translation>
    </message>
    <message>
        <source>Day that the members are shown for</source>
        <translation>Dag, som medlemmerne vises pr.</translation>
    </message>
    <message>
        <source>Titles, parties and roles as they were on this day.</source>
        <translation>Titler, partier og roller, som de var den dag.</translation>
    </message>
    <message>
        <source>Toda&amp;y</source>
        <translation>I &amp;dag</translation>
    </message>
    <message>
        <source>Show the members as they are today</source>
        <translation>Vis medlemmerne, som de er i dag</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Due, e.g. 15/1</source>
        <translation>Frist, fx 15/1</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>For example 15/1, 15. januar 2027, uge 3 or +14</source>
        <translation>For eksempel 15/1, 15. januar 2027, uge 3 eller +14</translation>
    </message>
</context>
<context>
    <name>DeadlineDialog</name>
    <message>
        <source>Deadline for all</source>
        <translation>Frist for alle</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) that somebody has to write have no deadline yet.</source>
        <translation>
            <numerusform>%n punkt, som nogen skal skrive, har ingen frist endnu.</numerusform>
            <numerusform>%n punkter, som nogen skal skrive, har ingen frist endnu.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;They are due on:</source>
        <translation>&amp;De skal være her senest:</translation>
    </message>
    <message>
        <source>Set the deadline</source>
        <translation>Sæt fristen</translation>
    </message>
</context>
<context>
    <name>DeadlinePanel</name>
    <message>
        <source>Next deadlines</source>
        <translation>Næste frister</translation>
    </message>
    <message>
        <source>Hide the next deadlines</source>
        <translation>Skjul de næste frister</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Overskredet</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>I denne uge</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>I næste uge</translation>
    </message>
    <message>
        <source>Nothing is due before the end of next week.</source>
        <translation>Der er ingen frister før udgangen af næste uge.</translation>
    </message>
    <message>
        <source>For the meeting on {day}</source>
        <translation>Til mødet {day}</translation>
    </message>
</context>
<context>
    <name>DecisionEditor</name>
    <message>
        <source>Recommendation</source>
        <translation>Indstilling</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Beslutning</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Hvad der blev besluttet</translation>
    </message>
    <message>
        <source>Decision for the public</source>
        <translation>Beslutning til offentligheden</translation>
    </message>
    <message>
        <source>&amp;Outcome:</source>
        <translation>&amp;Udfald:</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Formuleringer</translation>
    </message>
    <message>
        <source>Phrase {number}</source>
        <translation>Formulering {number}</translation>
    </message>
    <message>
        <source>Closed item</source>
        <translation>Lukket punkt</translation>
    </message>
    <message>
        <source>&amp;Own phrases…</source>
        <translation>&amp;Egne formuleringer…</translation>
    </message>
    <message>
        <source>Choose a phrase</source>
        <translation>Vælg en formulering</translation>
    </message>
    <message>
        <source>Phrases (Ctrl+Space)</source>
        <translation>Formuleringer (Ctrl+Mellemrum)</translation>
    </message>
</context>
<context>
    <name>DispatchDialog</name>
    <message>
        <source>Dispatch the agenda</source>
        <translation>Udsend dagsordenen</translation>
    </message>
    <message>
        <source>The agenda is being looked through…</source>
        <translation>Dagsordenen gennemgås…</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Tjekliste</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Modtagere</translation>
    </message>
    <message>
        <source>&amp;Dispatch</source>
        <translation>&amp;Udsend</translation>
    </message>
</context>
<context>
    <name>DocumentPreview</name>
    <message>
        <source>Save as PDF…</source>
        <translation>Gem som PDF…</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sider</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Gem som PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Gemt: {name}</translation>
    </message>
</context>
<context>
    <name>DragGrid</name>
    <message>
        <source>Pick up the meeting of the day, and put it down</source>
        <translation>Tag dagens møde op, og læg det igen</translation>
    </message>
    <message>
        <source>The meeting would move to {day}. Space puts it down, Escape lets go.</source>
        <translation>Mødet flyttes til {day}. Mellemrum lægger det, Escape slipper det.</translation>
    </message>
</context>
<context>
    <name>EarlierFilesDialog</name>
    <message>
        <source>Files of »{title}«</source>
        <translation>Filer til »{title}«</translation>
    </message>
    <message>
        <source>Files, newest first</source>
        <translation>Filer, nyeste først</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vis</translation>
    </message>
    <message>
        <source>&amp;Save as it came…</source>
        <translation>&amp;Gem, som den kom…</translation>
    </message>
    <message>
        <source>&amp;Use again</source>
        <translation>&amp;Brug igen</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sider</numerusform>
        </translation>
    </message>
    <message>
        <source> · in use</source>
        <translation> · i brug</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Gem filen</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>End membership</source>
        <translation>Afslut medlemskab</translation>
    </message>
    <message>
        <source>&amp;Last day:</source>
        <translation>&amp;Sidste dag:</translation>
    </message>
    <message>
        <source>&amp;Reason (may be empty):</source>
        <translation>&amp;Begrundelse (kan udelades):</translation>
    </message>
    <message>
        <source>{name} is a member to the end of:</source>
        <translation>{name} er medlem til og med:</translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ændres</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Uændret</translation>
    </message>
    <message>
        <source>No longer in the calendar</source>
        <translation>Ikke længere i kalenderen</translation>
    </message>
    <message>
        <source>Own meeting, left out</source>
        <translation>Eget møde, udelades</translation>
    </message>
    <message>
        <source>Removed before, left out</source>
        <translation>Fjernet tidligere, udelades</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dage</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Begivenhed</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Det sker</translation>
    </message>
</context>
<context>
    <name>FactDialog</name>
    <message>
        <source>&amp;Ends</source>
        <translation>&amp;Slutter</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>T&amp;itle:</source>
        <translation>T&amp;itel:</translation>
    </message>
    <message>
        <source>&amp;Municipality:</source>
        <translation>&amp;Kommune:</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Parti</translation>
    </message>
    <message>
        <source>&amp;Party:</source>
        <translation>&amp;Parti:</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Fra:</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Som hidtil</translation>
    </message>
</context>
<context>
    <name>FilesMenu</name>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>This meeting as a calendar file (.ics)…</source>
        <translation>Dette møde som kalenderfil (.ics)…</translation>
    </message>
    <message>
        <source>This council&apos;s meetings as a calendar file (.ics)…</source>
        <translation>Rådets møder som kalenderfil (.ics)…</translation>
    </message>
    <message>
        <source>All meetings as a calendar file (.ics)…</source>
        <translation>Alle møder som kalenderfil (.ics)…</translation>
    </message>
    <message>
        <source>Year wheel as a poster, A3 (PDF)…</source>
        <translation>Årshjulet som plakat, A3 (PDF)…</translation>
    </message>
    <message>
        <source>Year wheel as a poster, A4 (PDF)…</source>
        <translation>Årshjulet som plakat, A4 (PDF)…</translation>
    </message>
    <message>
        <source>Save calendar file</source>
        <translation>Gem kalenderfil</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Kalenderfiler (*.ics)</translation>
    </message>
    <message>
        <source>The council&apos;s meeting plan (PDF)…</source>
        <translation>Rådets mødeplan (PDF)…</translation>
    </message>
    <message>
        <source>With the deadlines in calendar files</source>
        <translation>Med fristerne i kalenderfilerne</translation>
    </message>
    <message>
        <source>Invitation to this meeting as an e-mail draft…</source>
        <translation>Indkaldelse til dette møde som e-mailkladde…</translation>
    </message>
    <message>
        <source>The council&apos;s meeting plan (Excel)…</source>
        <translation>Rådets mødeplan (Excel)…</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel-projektmapper (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
    <message>
        <source>Save the year</source>
        <translation>Gem året</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the document</source>
        <translation>Find i dokumentet</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Forrige (Shift+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Næste (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Luk (Esc)</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} af {count}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Søger…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Ikke fundet</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Check accessibility</source>
        <translation>Tjek tilgængelighed</translation>
    </message>
    <message>
        <source>What is hard to read</source>
        <translation>Hvad der er svært at læse</translation>
    </message>
    <message>
        <source>&amp;Go to the place</source>
        <translation>&amp;Gå til stedet</translation>
    </message>
    <message>
        <source>Nothing is hard to read. The document can be published.</source>
        <translation>Intet er svært at læse. Dokumentet kan offentliggøres.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) will be hard for somebody who listens to the document.</source>
        <translation>
            <numerusform>%n sted bliver svært for den, der får dokumentet læst op.</numerusform>
            <numerusform>%n steder bliver svære for den, der får dokumentet læst op.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>What to look at before the agenda is sent</source>
        <translation>Det, der er at se på, før dagsordenen sendes</translation>
    </message>
    <message>
        <source>Enter or a double click goes to the place.</source>
        <translation>Enter eller et dobbeltklik går til stedet.</translation>
    </message>
    <message>
        <source>I have looked: there are no CPR numbers in it</source>
        <translation>Jeg har set efter: Der er ingen CPR-numre i den</translation>
    </message>
    <message>
        <source>Must be mended</source>
        <translation>Skal rettes</translation>
    </message>
    <message>
        <source>Must be confirmed</source>
        <translation>Skal bekræftes</translation>
    </message>
    <message>
        <source>Nothing to remark. The agenda can be sent.</source>
        <translation>Intet at bemærke. Dagsordenen kan sendes.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at.</source>
        <translation>
            <numerusform>%n ting at se på.</numerusform>
            <numerusform>%n ting at se på.</numerusform>
        </translation>
    </message>
    <message>
        <source>What must be mended stands first.</source>
        <translation>Det, der skal rettes, står først.</translation>
    </message>
    <message>
        <source>What looks like a CPR number must be confirmed.</source>
        <translation>Det, der ligner et CPR-nummer, skal bekræftes.</translation>
    </message>
    <message>
        <source>None of it stands in the way.</source>
        <translation>Intet af det står i vejen.</translation>
    </message>
</context>
<context>
    <name>FollowUpActions</name>
    <message>
        <source>follow-up</source>
        <translation>opfølgning</translation>
    </message>
    <message>
        <source>removal</source>
        <translation>sletning</translation>
    </message>
    <message>
        <source>change</source>
        <translation>ændring</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Edit follow-up</source>
        <translation>Rediger opfølgning</translation>
    </message>
    <message>
        <source>From:</source>
        <translation>Fra:</translation>
    </message>
    <message>
        <source>&amp;Task:</source>
        <translation>&amp;Opgave:</translation>
    </message>
    <message>
        <source>&amp;Owner:</source>
        <translation>&amp;Ansvarlig:</translation>
    </message>
    <message>
        <source>&amp;Due:</source>
        <translation>&amp;Frist:</translation>
    </message>
    <message>
        <source>&amp;State:</source>
        <translation>&amp;Status:</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>&amp;Bemærkning:</translation>
    </message>
</context>
<context>
    <name>FollowUpLine</name>
    <message>
        <source>What is to be done</source>
        <translation>Hvad skal gøres</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tilføj</translation>
    </message>
</context>
<context>
    <name>FollowUpPanel</name>
    <message>
        <source>Follow-ups of this item</source>
        <translation>Opfølgninger på punktet</translation>
    </message>
    <message>
        <source>Follow-up ({key})</source>
        <translation>Opfølgning ({key})</translation>
    </message>
    <message>
        <source>Done, or open again</source>
        <translation>Udført eller åbn igen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Rediger…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Slet</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
    <message>
        <source>New follow-up</source>
        <translation>Ny opfølgning</translation>
    </message>
</context>
<context>
    <name>FollowUpsModel</name>
    <message>
        <source>Due</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Opgave</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ansvarlig</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Council</source>
        <translation>Råd</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Møde</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Overskredet</translation>
    </message>
</context>
<context>
    <name>FollowUpsTab</name>
    <message>
        <source>Only this council</source>
        <translation>Kun dette råd</translation>
    </message>
    <message>
        <source>Show what is done</source>
        <translation>Vis afsluttede</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Udført</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Bortfaldet</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Åbn igen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Rediger…</translation>
    </message>
    <message>
        <source>Show the decision</source>
        <translation>Vis beslutningen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Slet</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Gentag</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>Opfølgninger</translation>
    </message>
    <message>
        <source>Filter by task, owner, item …</source>
        <translation>Filtrer på opgave, ansvarlig, punkt …</translation>
    </message>
    <message>
        <source>Filter follow-ups</source>
        <translation>Filtrer opfølgninger</translation>
    </message>
    <message>
        <source>Find follow-up</source>
        <translation>Find opfølgning</translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n opfølgning</numerusform>
            <numerusform>%n opfølgninger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n overskredet</numerusform>
            <numerusform>%n overskredne</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to follow up on</source>
        <translation>Intet at følge op på</translation>
    </message>
    <message>
        <source>Write what is to be done beside the decision, in the tab of the minutes.</source>
        <translation>Skriv, hvad der skal gøres, under beslutningen i fanen Referat.</translation>
    </message>
    <message>
        <source>change</source>
        <translation>ændring</translation>
    </message>
</context>
<context>
    <name>FormerMembers</name>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Hvad der er gemt</translation>
    </message>
</context>
<context>
    <name>GuestPanel</name>
    <message>
        <source>Guests and presenters</source>
        <translation>Gæster og oplægsholdere</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Title, as in »direktør i KL«</source>
        <translation>Titel, fx »direktør i KL«</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>&amp;Presents</source>
        <translation>Holder o&amp;plæg</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Tilføj</translation>
    </message>
    <message>
        <source>Whole meeting</source>
        <translation>Hele mødet</translation>
    </message>
    <message>
        <source>item {number}</source>
        <translation>punkt {number}</translation>
    </message>
    <message>
        <source>presents</source>
        <translation>holder oplæg</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Ret</translation>
    </message>
    <message>
        <source>From the a&amp;genda</source>
        <translation>Fra da&amp;gsordenen</translation>
    </message>
    <message>
        <source>Adds the presenters that the agenda names.</source>
        <translation>Tilføjer de oplægsholdere, som dagsordenen nævner.</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Earlier versions</source>
        <translation>Tidligere udgaver</translation>
    </message>
    <message>
        <source>Take back what is &amp;ticked</source>
        <translation>Tag det &amp;afkrydsede tilbage</translation>
    </message>
    <message>
        <source>Take back the &amp;whole version</source>
        <translation>Tag &amp;hele udgaven tilbage</translation>
    </message>
    <message>
        <source>There are no earlier versions yet. One is kept when you pause, every five minutes, and before much of the text goes.</source>
        <translation>Der er ingen tidligere udgaver endnu. En udgave gemmes, når du holder pause, hvert femte minut, og før meget af teksten forsvinder.</translation>
    </message>
    <message>
        <source>Struck through is what stands in the text now and would go; underlined is what would come back.</source>
        <translation>Det overstregede står i teksten nu og ville forsvinde; det understregede ville komme tilbage.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} kl. {time}</translation>
    </message>
    <message>
        <source>No earlier versions of the text are kept.</source>
        <translation>Der er ikke gemt tidligere udgaver af teksten.</translation>
    </message>
    <message>
        <source>The text cannot be changed now. Struck through is what stands in the text; underlined is what stood in the earlier version.</source>
        <translation>Teksten kan ikke ændres nu. Det overstregede står i teksten; det understregede stod i den tidligere udgave.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import members from {name}</source>
        <translation>Læs medlemmer ind fra {name}</translation>
    </message>
    <message>
        <source>&amp;Show only what is unclear or refused</source>
        <translation>&amp;Vis kun det, der er uklart eller afvist</translation>
    </message>
    <message>
        <source>&amp;Use answer</source>
        <translation>&amp;Brug svaret</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Læs ind</translation>
    </message>
    <message>
        <source>New members begin, and changes hold, on this day where the file names none.</source>
        <translation>Nye medlemmer begynder, og ændringer gælder, fra denne dag, når filen ikke nævner en.</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Filens rækker</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>&amp;Holds from:</source>
        <translation>&amp;Gælder fra:</translation>
    </message>
    <message>
        <source>Columns that are not read: {names}</source>
        <translation>Kolonner, der ikke læses: {names}</translation>
    </message>
    <message>
        <source>Looking at row {row} of {total} …</source>
        <translation>Ser på række {row} af {total} …</translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Læs %n række ind</numerusform>
            <numerusform>Læs %n rækker ind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Same answer for all %n row(s) that ask this</source>
        <translation>
            <numerusform>Samme svar i den række, der spørger om det</numerusform>
            <numerusform>Samme svar i alle %n rækker, der spørger om det</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportModel</name>
    <message>
        <source>Added</source>
        <translation>Tilføjes</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ændres</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Uændret</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Uklar</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Afvises</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Række</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Parti</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Det sker</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Import members</source>
        <translation>Læs medlemmer ind</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.csv *.txt)</source>
        <translation>Lister (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>{name}: {added} added, {changed} changed.</source>
        <translation>{name}: {added} tilføjet, {changed} ændret.</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Fortryd indlæsningen</translation>
    </message>
</context>
<context>
    <name>InvitationDialog</name>
    <message>
        <source>Invitation as an e-mail draft</source>
        <translation>Indkaldelse som e-mailkladde</translation>
    </message>
    <message>
        <source>&amp;Members</source>
        <translation>&amp;Medlemmer</translation>
    </message>
    <message>
        <source>&amp;Secretaries</source>
        <translation>&amp;Sekretærer</translation>
    </message>
    <message>
        <source>C&amp;opies</source>
        <translation>K&amp;opimodtagere</translation>
    </message>
    <message>
        <source>O&amp;bservers and the council&apos;s secretary</source>
        <translation>O&amp;bservatører og rådets sekretær</translation>
    </message>
    <message>
        <source>To:</source>
        <translation>Til:</translation>
    </message>
    <message>
        <source>S&amp;ubject:</source>
        <translation>Em&amp;ne:</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>&amp;Tekst:</translation>
    </message>
    <message>
        <source>Attached:</source>
        <translation>Vedhæftet:</translation>
    </message>
    <message>
        <source>Open as a draft</source>
        <translation>Åbn som kladde</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es), none of whom sees the others.</source>
        <translation>
            <numerusform>%n adresse.</numerusform>
            <numerusform>%n adresser. Ingen af dem kan se de andre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody yet: fill in the addresses in the mail program.</source>
        <translation>Ingen endnu: Skriv adresserne i mailprogrammet.</translation>
    </message>
    <message>
        <source>⚠ No e-mail address: {names}</source>
        <translation>⚠ Uden e-mailadresse: {names}</translation>
    </message>
</context>
<context>
    <name>ItemDetails</name>
    <message>
        <source>&amp;Due:</source>
        <translation>F&amp;rist:</translation>
    </message>
    <message>
        <source>Such as: to the chief executives on 12 Nov.</source>
        <translation>Fx: til K-forum den 12. nov.</translation>
    </message>
    <message>
        <source>Comments; tick those that are dealt with</source>
        <translation>Kommentarer; sæt flueben ved dem, der er klaret</translation>
    </message>
    <message>
        <source>What was said of the item</source>
        <translation>Det, der er sagt om punktet</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Af hvem</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Tilføj</translation>
    </message>
    <message>
        <source>&amp;Open the item</source>
        <translation>&amp;Åbn punktet</translation>
    </message>
    <message>
        <source>&amp;Responsible:</source>
        <translation>An&amp;svarlig:</translation>
    </message>
    <message>
        <source>E-&amp;mail:</source>
        <translation>E-&amp;mail:</translation>
    </message>
    <message>
        <source>Where it &amp;is:</source>
        <translation>&amp;Hvor det er:</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentarer</translation>
    </message>
</context>
<context>
    <name>ItemEditor</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title of the item</source>
        <translation>Punktets overskrift</translation>
    </message>
    <message>
        <source> min.</source>
        <translation> min.</translation>
    </message>
    <message>
        <source>P&amp;ublic</source>
        <translation>&amp;Offentligt</translation>
    </message>
    <message>
        <source>What the public reads instead of the title while the item is closed</source>
        <translation>Det, offentligheden læser i stedet for overskriften, mens punktet er lukket</translation>
    </message>
    <message>
        <source>Appendices</source>
        <translation>Bilag</translation>
    </message>
    <message>
        <source>&amp;Kind and time:</source>
        <translation>&amp;Type og tid:</translation>
    </message>
    <message>
        <source>&amp;Presenter:</source>
        <translation>Oplægs&amp;holder:</translation>
    </message>
    <message>
        <source>Case nu&amp;mber:</source>
        <translation>Sags&amp;nummer:</translation>
    </message>
    <message>
        <source>Public t&amp;itle:</source>
        <translation>Offentlig o&amp;verskrift:</translation>
    </message>
    <message>
        <source>Internal note – never part of any document</source>
        <translation>Intern note – kommer aldrig i et dokument</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Intern note</translation>
    </message>
</context>
<context>
    <name>ItemHistory</name>
    <message>
        <source>Postponed on {day} (item {number}): {reason}</source>
        <translation>Udsat den {day} (punkt {number}): {reason}</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Address labels</source>
        <translation>Adresselabels</translation>
    </message>
    <message>
        <source>Leaves the labels free that a sheet has lost already.</source>
        <translation>Springer over de labels, som arket allerede har mistet.</translation>
    </message>
    <message>
        <source>&amp;Only who wants the agenda on paper</source>
        <translation>&amp;Kun dem, der ønsker dagsordenen på papir</translation>
    </message>
    <message>
        <source>S&amp;heet:</source>
        <translation>&amp;Ark:</translation>
    </message>
    <message>
        <source>&amp;First free label on the sheet:</source>
        <translation>&amp;Første ledige label på arket:</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them has a postal address yet (Contacts, F4).</source>
        <translation>Ingen af dem har en postadresse endnu (Kontakter, F4).</translation>
    </message>
    <message>
        <source>No postal address: {names}</source>
        <translation>Uden postadresse: {names}</translation>
    </message>
</context>
<context>
    <name>LeaderQuestion</name>
    <message>
        <source>{name} is {role} on {day}, and there is only one at a time.

Shall {name} be relieved from that day on?</source>
        <translation>{name} er {role} den {day}, og der kan kun være én ad gangen.

Skal {name} afløses fra den dag?</translation>
    </message>
    <message>
        <source>&amp;Relieve</source>
        <translation>&amp;Afløs</translation>
    </message>
</context>
<context>
    <name>ListsMenu</name>
    <message>
        <source>Lists and files</source>
        <translation>Lister og filer</translation>
    </message>
    <message>
        <source>Excel workbook…</source>
        <translation>Excel-projektmappe…</translation>
    </message>
    <message>
        <source>CSV file for Excel…</source>
        <translation>CSV-fil til Excel…</translation>
    </message>
    <message>
        <source>Contacts for Outlook (vCard)…</source>
        <translation>Kontakter til Outlook (vCard)…</translation>
    </message>
    <message>
        <source>Member directory (PDF)…</source>
        <translation>Blå Bog (PDF)…</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel-projektmapper (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-filer (*.csv)</translation>
    </message>
    <message>
        <source>Contacts (*.vcf)</source>
        <translation>Kontakter (*.vcf)</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
    <message>
        <source>Save the members</source>
        <translation>Gem medlemmerne</translation>
    </message>
    <message>
        <source>Import members…</source>
        <translation>Læs medlemmer ind…</translation>
    </message>
    <message>
        <source>Address list…</source>
        <translation>Adresseliste…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Gem rapporten</translation>
    </message>
    <message>
        <source>Address labels (PDF)…</source>
        <translation>Adresselabels (PDF)…</translation>
    </message>
    <message>
        <source>Place cards (PDF)…</source>
        <translation>Bordkort (PDF)…</translation>
    </message>
    <message>
        <source>Personal data…</source>
        <translation>Persondata…</translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <source>Choose &amp;file…</source>
        <translation>Vælg &amp;fil…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>F&amp;jern</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Billeder (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Intet logo</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Members</source>
        <translation>Medlemmer</translation>
    </message>
    <message>
        <source>Meeting calendar</source>
        <translation>Mødekalender</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Dagsorden</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Referat</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fil</translation>
    </message>
    <message>
        <source>Open the &amp;data folder</source>
        <translation>Åbn &amp;datamappen</translation>
    </message>
    <message>
        <source>Council &amp;settings…</source>
        <translation>Rådets &amp;indstillinger…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afslut</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vis</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hjælp</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastaturgenveje</translation>
    </message>
    <message>
        <source>&amp;About KKR Desktop</source>
        <translation>&amp;Om KKR Desktop</translation>
    </message>
    <message>
        <source>Colours &amp;as in the system</source>
        <translation>Farver &amp;som i systemet</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Lys</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Mørk</translation>
    </message>
    <message>
        <source>Something you typed is not saved yet.</source>
        <translation>Noget af det, du har skrevet, er ikke gemt endnu.</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Luk uden at gemme</translation>
    </message>
    <message>
        <source>About KKR Desktop</source>
        <translation>Om KKR Desktop</translation>
    </message>
    <message>
        <source>KKR Desktop {version}

Members, meetings, agendas and minutes of a municipal contact council.

Data folder: {folder}</source>
        <translation>KKR Desktop {version}

Medlemmer, møder, dagsordener og referater for et kommunekontaktråd.

Datamappe: {folder}</translation>
    </message>
    <message>
        <source>&amp;Next deadlines</source>
        <translation>&amp;Næste frister</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Opfølgning</translation>
    </message>
    <message>
        <source>&amp;Councils and election terms…</source>
        <translation>&amp;Råd og valgperioder…</translation>
    </message>
    <message>
        <source>&amp;Meeting mode</source>
        <translation>&amp;Mødevisning</translation>
    </message>
</context>
<context>
    <name>MeetingActs</name>
    <message>
        <source>Plan meeting</source>
        <translation>Planlæg møde</translation>
    </message>
    <message>
        <source>Plan a year</source>
        <translation>Planlæg et år</translation>
    </message>
    <message>
        <source>Edit meeting</source>
        <translation>Rediger møde</translation>
    </message>
    <message>
        <source>Nothing speaks against the day.</source>
        <translation>Intet taler imod dagen.</translation>
    </message>
    <message>
        <source>The meeting cannot be moved while it is »{state}«.</source>
        <translation>Mødet kan ikke flyttes, når dets tilstand er »{state}«.</translation>
    </message>
    <message>
        <source>Move the meeting to {day}?</source>
        <translation>Vil du flytte mødet til {day}?</translation>
    </message>
    <message>
        <source>Move the meeting</source>
        <translation>Flyt mødet</translation>
    </message>
    <message>
        <source>Move meeting</source>
        <translation>Flyt møde</translation>
    </message>
    <message>
        <source>Cancel meeting</source>
        <translation>Aflys møde</translation>
    </message>
    <message>
        <source>Why is the meeting cancelled?</source>
        <translation>Hvorfor aflyses mødet?</translation>
    </message>
    <message>
        <source>Reinstate</source>
        <translation>Genoptag</translation>
    </message>
    <message>
        <source>Back one step</source>
        <translation>Et trin tilbage</translation>
    </message>
    <message>
        <source>Why does the meeting go back one step?</source>
        <translation>Hvorfor går mødet et trin tilbage?</translation>
    </message>
</context>
<context>
    <name>MeetingChooser</name>
    <message>
        <source>Council</source>
        <translation>Råd</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Møde</translation>
    </message>
    <message>
        <source>&amp;Council:</source>
        <translation>&amp;Råd:</translation>
    </message>
    <message>
        <source>M&amp;eeting:</source>
        <translation>&amp;Møde:</translation>
    </message>
    <message>
        <source>No meetings yet – plan the first in the calendar</source>
        <translation>Ingen møder endnu – planlæg det første i kalenderen</translation>
    </message>
    <message>
        <source>{name} (closed)</source>
        <translation>{name} (nedlagt)</translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message>
        <source>Plan meeting</source>
        <translation>Planlæg møde</translation>
    </message>
    <message>
        <source>Edit meeting</source>
        <translation>Rediger møde</translation>
    </message>
    <message>
        <source>Ordinary meeting</source>
        <translation>Ordinært møde</translation>
    </message>
    <message>
        <source>Constituting meeting</source>
        <translation>Konstituerende møde</translation>
    </message>
    <message>
        <source>Extraordinary meeting</source>
        <translation>Ekstraordinært møde</translation>
    </message>
    <message>
        <source>Written procedure</source>
        <translation>Skriftlig behandling</translation>
    </message>
    <message>
        <source>&amp;Date:</source>
        <translation>&amp;Dato:</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>&amp;Tid:</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Slutter kl.</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>T&amp;ype:</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>&amp;Sted:</translation>
    </message>
    <message>
        <source>&amp;Link for those who take part online:</source>
        <translation>&amp;Link til virtuel deltagelse:</translation>
    </message>
    <message>
        <source>&amp;Notes:</source>
        <translation>&amp;Noter:</translation>
    </message>
    <message>
        <source>e.g. 8.30–9.20 in rooms on site</source>
        <translation>fx 8.30–9.20 i lokaler på stedet</translation>
    </message>
    <message>
        <source>not ordered</source>
        <translation>ikke bestilt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Round {number}, {year}</source>
        <translation>Runde {number}, {year}</translation>
    </message>
    <message>
        <source>Part&amp;y group meetings:</source>
        <translation>&amp;Gruppemøder:</translation>
    </message>
    <message>
        <source>&amp;Catering for:</source>
        <translation>&amp;Forplejning til:</translation>
    </message>
    <message>
        <source>&amp;Round:</source>
        <translation>&amp;Runde:</translation>
    </message>
    <message>
        <source>⚠ Serious:</source>
        <translation>⚠ Alvorligt:</translation>
    </message>
    <message>
        <source>For information:</source>
        <translation>Til orientering:</translation>
    </message>
</context>
<context>
    <name>MeetingScreen</name>
    <message>
        <source>Items</source>
        <translation>Punkter</translation>
    </message>
    <message>
        <source>Begin the next item</source>
        <translation>Begynd næste punkt</translation>
    </message>
    <message>
        <source>Begin or resume the item in view</source>
        <translation>Begynd eller genoptag det viste punkt</translation>
    </message>
    <message>
        <source>Break, or on again</source>
        <translation>Pause, eller videre</translation>
    </message>
    <message>
        <source>Who is here</source>
        <translation>Hvem er her</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Beslutning</translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>Forrige punkt</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>Næste punkt</translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation>Større skrift</translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation>Mindre skrift</translation>
    </message>
    <message>
        <source>Usual type</source>
        <translation>Almindelig skrift</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Fuld skærm</translation>
    </message>
    <message>
        <source>Back to the window</source>
        <translation>Tilbage til vinduet</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemærkning</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Opfølgning</translation>
    </message>
    <message>
        <source>F5 next item · Shift+F5 this item · F6 break · F3 people · F7 everybody present · F4 decision · F8 outcome · Ctrl+R note · Ctrl+T follow-up · Ctrl+Space phrases · Ctrl++ and Ctrl+− size · F11 full screen · Esc back</source>
        <translation>F5 næste punkt · Skift+F5 dette punkt · F6 pause · F3 deltagere · F7 alle til stede · F4 beslutning · F8 udfald · Ctrl+R bemærkning · Ctrl+T opfølgning · Ctrl+Mellemrum formuleringer · Ctrl++ og Ctrl+− størrelse · F11 fuld skærm · Esc tilbage</translation>
    </message>
    <message>
        <source>{council} – meeting</source>
        <translation>{council} – møde</translation>
    </message>
    <message>
        <source>Everybody present</source>
        <translation>Alle til stede</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Udfald</translation>
    </message>
</context>
<context>
    <name>MeetingsModel</name>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Uge</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Sted</translation>
    </message>
</context>
<context>
    <name>MemberDialog</name>
    <message>
        <source>Add member</source>
        <translation>Tilføj medlem</translation>
    </message>
    <message>
        <source>Edit member</source>
        <translation>Rediger medlem</translation>
    </message>
    <message>
        <source>Ex officio (mayor)</source>
        <translation>Født medlem (borgmester)</translation>
    </message>
    <message>
        <source>Supplementary</source>
        <translation>Supplerende</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Medlem</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Formand</translation>
    </message>
    <message>
        <source>Vice-chair</source>
        <translation>Næstformand</translation>
    </message>
    <message>
        <source>&amp;Given name:</source>
        <translation>&amp;Fornavn:</translation>
    </message>
    <message>
        <source>&amp;Family name:</source>
        <translation>&amp;Efternavn:</translation>
    </message>
    <message>
        <source>&amp;Type:</source>
        <translation>&amp;Type:</translation>
    </message>
    <message>
        <source>&amp;Municipality:</source>
        <translation>&amp;Kommune:</translation>
    </message>
    <message>
        <source>T&amp;itle:</source>
        <translation>T&amp;itel:</translation>
    </message>
    <message>
        <source>&amp;Local list…</source>
        <translation>&amp;Lokalliste…</translation>
    </message>
    <message>
        <source>&amp;Party:</source>
        <translation>&amp;Parti:</translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation>&amp;Rolle:</translation>
    </message>
    <message>
        <source>&amp;E-mail:</source>
        <translation>E-&amp;mail:</translation>
    </message>
    <message>
        <source>P&amp;hone:</source>
        <translation>Telef&amp;on:</translation>
    </message>
    <message>
        <source>Se&amp;cretary&apos;s e-mail:</source>
        <translation>Sekretære&amp;ns e-mail:</translation>
    </message>
    <message>
        <source>S&amp;ubstitute:</source>
        <translation>&amp;Stedfortræder:</translation>
    </message>
    <message>
        <source>Member fr&amp;om:</source>
        <translation>Medlem fr&amp;a:</translation>
    </message>
    <message>
        <source>Changes appl&amp;y from:</source>
        <translation>Ændringer gæl&amp;der fra:</translation>
    </message>
    <message>
        <source>A new party, title, role or substitute holds from this day on.</source>
        <translation>Nyt parti, ny titel, rolle eller stedfortræder gælder fra denne dag.</translation>
    </message>
    <message>
        <source>Choose the municipality first: a local list is its own.</source>
        <translation>Vælg først kommunen: En lokalliste hører til i én kommune.</translation>
    </message>
    <message>
        <source>Local list</source>
        <translation>Lokalliste</translation>
    </message>
    <message>
        <source>Letter on the ballot:</source>
        <translation>Bogstav på stemmesedlen:</translation>
    </message>
    <message>
        <source>Name of the list:</source>
        <translation>Listens navn:</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Som før</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Ikke noteret</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>Kvinde</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Mand</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andet</translation>
    </message>
    <message>
        <source>For the gender balance only, where the person has told it. Never exported.</source>
        <translation>Kun til kønsbalancen, og kun når personen selv har oplyst det. Eksporteres aldrig.</translation>
    </message>
    <message>
        <source>Ge&amp;nder:</source>
        <translation>K&amp;øn:</translation>
    </message>
    <message>
        <source>Observer (without a seat)</source>
        <translation>Observatør (uden plads)</translation>
    </message>
    <message>
        <source>Secretary (without a seat)</source>
        <translation>Sekretær (uden plads)</translation>
    </message>
    <message>
        <source>Choose from the register, or write a new name.</source>
        <translation>Vælg fra registret, eller skriv et nyt navn.</translation>
    </message>
</context>
<context>
    <name>MemberEditing</name>
    <message>
        <source>{name} is a member from {day}.</source>
        <translation>{name} er tilføjet, gældende fra {day}.</translation>
    </message>
    <message>
        <source>{name} is corrected.</source>
        <translation>{name} er rettet.</translation>
    </message>
    <message>
        <source>{name} is no longer {role} from {day}.</source>
        <translation>{name} er ikke længere {role} fra {day}.</translation>
    </message>
    <message>
        <source>{name} is {role} from {day}.</source>
        <translation>{name} er {role} fra {day}.</translation>
    </message>
    <message>
        <source>{name} follows.</source>
        <translation>{name} følger med.</translation>
    </message>
</context>
<context>
    <name>MembersModel</name>
    <message>
        <source>Ex officio</source>
        <translation>Født</translation>
    </message>
    <message>
        <source>Supplementary</source>
        <translation>Supplerende</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Formand</translation>
    </message>
    <message>
        <source>Vice-chair</source>
        <translation>Næstformand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Parti</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>Stedfortræder</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>Member to the end of {day}</source>
        <translation>Medlem til og med {day}</translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>Observatør</translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation>Sekretær</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Medlem</translation>
    </message>
</context>
<context>
    <name>MembersTab</name>
    <message>
        <source>Show former members</source>
        <translation>Vis tidligere medlemmer</translation>
    </message>
    <message>
        <source>Fetching those who have left …</source>
        <translation>Henter dem, der er fratrådt …</translation>
    </message>
    <message>
        <source>Add member…</source>
        <translation>Tilføj medlem…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Rediger…</translation>
    </message>
    <message>
        <source>End membership…</source>
        <translation>Afslut medlemskab…</translation>
    </message>
    <message>
        <source>Copy e-mail addresses</source>
        <translation>Kopiér e-mailadresser</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Medlemmer</translation>
    </message>
    <message>
        <source>Filter by name, party, municipality …</source>
        <translation>Filtrér på navn, parti, kommune …</translation>
    </message>
    <message>
        <source>Filter members</source>
        <translation>Filtrér medlemmer</translation>
    </message>
    <message>
        <source>Find member</source>
        <translation>Find medlem</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>Ingen medlemmer endnu</translation>
    </message>
    <message>
        <source>Add the first member: a mayor, or one whom a party has chosen.</source>
        <translation>Tilføj det første medlem: en borgmester eller en, som et parti har udpeget.</translation>
    </message>
    <message>
        <source>Contacts…</source>
        <translation>Kontakter…</translation>
    </message>
    <message>
        <source>Show all about this person (PDF)…</source>
        <translation>Vis alt om en person (PDF)…</translation>
    </message>
    <message>
        <source>Over time…</source>
        <translation>Over tid…</translation>
    </message>
    <message>
        <source>Change of mayor, or another member who leaves: who leaves, who comes</source>
        <translation>Borgmesterskift, eller et andet medlem, der går af: hvem går, og hvem kommer</translation>
    </message>
    <message>
        <source>Undo change of seat</source>
        <translation>Fortryd skift</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Skift ud…</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Pladser</translation>
    </message>
    <message>
        <source>Show how the seats are filled</source>
        <translation>Vis, hvordan pladserne er besat</translation>
    </message>
</context>
<context>
    <name>MembershipDialog</name>
    <message>
        <source>New membership</source>
        <translation>Nyt medlemskab</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>Medlemskab</translation>
    </message>
    <message>
        <source>&amp;Ends</source>
        <translation>&amp;Slutter</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>Ex officio member (mayor)</source>
        <translation>Født medlem (borgmester)</translation>
    </message>
    <message>
        <source>Supplementary member</source>
        <translation>Supplerende medlem</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Formand</translation>
    </message>
    <message>
        <source>Vice-chair</source>
        <translation>Næstformand</translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>Observatør</translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation>Sekretær</translation>
    </message>
    <message>
        <source>Substitute for …</source>
        <translation>Stedfortræder for …</translation>
    </message>
    <message>
        <source>&amp;Council or forum:</source>
        <translation>&amp;Råd eller forum:</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>&amp;Plads:</translation>
    </message>
    <message>
        <source>&amp;Municipality:</source>
        <translation>&amp;Kommune:</translation>
    </message>
    <message>
        <source>&amp;Stands in for:</source>
        <translation>St&amp;edfortræder for:</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Fra:</translation>
    </message>
    <message>
        <source>&amp;Reason (may be empty):</source>
        <translation>&amp;Grund (må være tom):</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Medlem</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Som før</translation>
    </message>
</context>
<context>
    <name>MilestoneDialog</name>
    <message>
        <source>Edit milestone</source>
        <translation>Rediger milepæl</translation>
    </message>
    <message>
        <source>Add milestone</source>
        <translation>Tilføj milepæl</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>Hvem sørger for det</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ingenting</translation>
    </message>
    <message>
        <source>&amp;What:</source>
        <translation>&amp;Hvad:</translation>
    </message>
    <message>
        <source>&amp;Due:</source>
        <translation>&amp;Frist:</translation>
    </message>
    <message>
        <source>&amp;Responsible:</source>
        <translation>&amp;Ansvarlig:</translation>
    </message>
    <message>
        <source>&amp;Owner:</source>
        <translation>&amp;Tovholder:</translation>
    </message>
    <message>
        <source>W&amp;aits for:</source>
        <translation>&amp;Venter på:</translation>
    </message>
    <message>
        <source>⚠ {why}: due on {day} instead.</source>
        <translation>⚠ {why}: fristen bliver {day}.</translation>
    </message>
</context>
<context>
    <name>MinutesSteps</name>
    <message>
        <source>Other &amp;steps</source>
        <translation>Andre &amp;trin</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Udkast</translation>
    </message>
    <message>
        <source>With the chair</source>
        <translation>Hos formanden</translation>
    </message>
    <message>
        <source>Send to the chair…</source>
        <translation>Send til formanden…</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Udsendt</translation>
    </message>
    <message>
        <source>Send to the members…</source>
        <translation>Send til medlemmerne…</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Godkendt</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Godkend…</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Offentliggjort</translation>
    </message>
    <message>
        <source>Mark as published…</source>
        <translation>Markér som offentliggjort…</translation>
    </message>
    <message>
        <source>The approval stands on the agenda of {day}.</source>
        <translation>Godkendelsen står på dagsordenen til mødet den {day}.</translation>
    </message>
    <message>
        <source>Open the e-mail to the chair again</source>
        <translation>Åbn e-mailen til formanden igen</translation>
    </message>
    <message>
        <source>Open the e-mail to the members again</source>
        <translation>Åbn e-mailen til medlemmerne igen</translation>
    </message>
    <message>
        <source>Back one step…</source>
        <translation>Et trin tilbage…</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Der mangler intet.</translation>
    </message>
    <message>
        <source>Send the draft to the chair? It is kept as it is now, and an e-mail with PDF and Word opens. You can still correct the minutes.</source>
        <translation>Send udkastet til formanden? Det gemmes, som det er nu, og en e-mail med PDF og Word åbnes. Du kan stadig rette i referatet.</translation>
    </message>
    <message>
        <source>Send to the chair</source>
        <translation>Send til formanden</translation>
    </message>
    <message>
        <source>Send the minutes to the members? Names, decisions and the PDF are then frozen, and an e-mail opens.</source>
        <translation>Send referatet til medlemmerne? Navne, beslutninger og PDF-filen fryses, og en e-mail åbnes.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Publish the minutes? The public version is then frozen.</source>
        <translation>Offentliggør referatet? Den offentlige udgave fryses.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Offentliggør</translation>
    </message>
    <message>
        <source>Approve the minutes? Names, decisions and the PDF are then frozen.</source>
        <translation>Godkend referatet? Navne, beslutninger og PDF-filen fryses.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Godkend</translation>
    </message>
    <message>
        <source>Back one step</source>
        <translation>Et trin tilbage</translation>
    </message>
    <message>
        <source>Why does the meeting go back one step?</source>
        <translation>Hvorfor går mødet et trin tilbage?</translation>
    </message>
    <message>
        <source>Take in a corrected Word file…</source>
        <translation>Læs rettet Word-fil ind…</translation>
    </message>
    <message>
        <source>Corrected Word file</source>
        <translation>Rettet Word-fil</translation>
    </message>
    <message>
        <source>{step}: {day} at {time}, {who}</source>
        <translation>{step}: {day} kl. {time}, {who}</translation>
    </message>
    <message>
        <source>Gone back: {reason}</source>
        <translation>Gået et trin tilbage: {reason}</translation>
    </message>
</context>
<context>
    <name>MinutesTab</name>
    <message>
        <source>Previous</source>
        <translation>Forrige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Næste</translation>
    </message>
    <message>
        <source>Check accessibility…</source>
        <translation>Tjek tilgængelighed…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Forhåndsvisning</translation>
    </message>
    <message>
        <source>Attendance and items</source>
        <translation>Deltagere og punkter</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Deltagere</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(uden overskrift)</translation>
    </message>
    <message>
        <source>No meeting chosen</source>
        <translation>Intet møde valgt</translation>
    </message>
    <message>
        <source>Choose a meeting at the top, or plan one in the meeting calendar.</source>
        <translation>Vælg et møde øverst, eller planlæg et i mødekalenderen.</translation>
    </message>
    <message>
        <source>The meeting has no agenda yet</source>
        <translation>Mødet har ingen dagsorden endnu</translation>
    </message>
    <message>
        <source>Write the agenda first: the minutes follow its items.</source>
        <translation>Skriv dagsordenen først: Referatet følger dens punkter.</translation>
    </message>
    <message>
        <source>Mark as {state}</source>
        <translation>Markér som {state}</translation>
    </message>
    <message>
        <source>The meeting&apos;s state is »{state}«. Its minutes cannot be changed now.</source>
        <translation>Mødets tilstand er »{state}«. Referatet kan ikke ændres nu.</translation>
    </message>
</context>
<context>
    <name>MonthView</name>
    <message>
        <source>Week</source>
        <translation>Uge</translation>
    </message>
</context>
<context>
    <name>NewSubstituteForm</name>
    <message>
        <source>Substitute for {name}</source>
        <translation>Stedfortræder for {name}</translation>
    </message>
    <message>
        <source>&amp;Note (Enter)</source>
        <translation>&amp;Notér (Enter)</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>Na&amp;vn:</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>Mun&amp;icipality:</source>
        <translation>&amp;Kommune:</translation>
    </message>
    <message>
        <source>&amp;Party:</source>
        <translation>&amp;Parti:</translation>
    </message>
    <message>
        <source>A new name comes into the register. Esc goes back.</source>
        <translation>Et nyt navn kommer med i registret. Esc går tilbage.</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>Stedfortræder</translation>
    </message>
</context>
<context>
    <name>OtherCalendarDialog</name>
    <message>
        <source>Take in a calendar</source>
        <translation>Læs en kalender ind</translation>
    </message>
    <message>
        <source>&amp;Calendar:</source>
        <translation>&amp;Kalender:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>T&amp;ype:</translation>
    </message>
    <message>
        <source>How &amp;serious:</source>
        <translation>Hvor &amp;alvorligt:</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Læs ind</translation>
    </message>
    <message>
        <source>Events of the calendar</source>
        <translation>Kalenderens begivenheder</translation>
    </message>
    <message>
        <source>Cannot be understood: {count}</source>
        <translation>Kan ikke forstås: {count}</translation>
    </message>
</context>
<context>
    <name>OutlineEditing</name>
    <message>
        <source>Add item</source>
        <translation>Tilføj punkt</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>Ny sektion</translation>
    </message>
    <message>
        <source>Add section</source>
        <translation>Tilføj sektion</translation>
    </message>
    <message>
        <source>Move item</source>
        <translation>Flyt punkt</translation>
    </message>
    <message>
        <source>Move section</source>
        <translation>Flyt sektion</translation>
    </message>
    <message>
        <source>Remove item</source>
        <translation>Slet punkt</translation>
    </message>
    <message>
        <source>Remove section</source>
        <translation>Slet sektion</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>(no title)</source>
        <translation>(uden overskrift)</translation>
    </message>
    <message>
        <source> (withdrawn)</source>
        <translation> (udgået)</translation>
    </message>
    <message numerus="yes">
        <source>%n appendix(es)</source>
        <translation>
            <numerusform>%n bilag</numerusform>
            <numerusform>%n bilag</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlineTree</name>
    <message>
        <source>Items of the agenda</source>
        <translation>Dagsordenens punkter</translation>
    </message>
</context>
<context>
    <name>OutputMenu</name>
    <message>
        <source>Documents</source>
        <translation>Dokumenter</translation>
    </message>
    <message>
        <source>&amp;Extract of this item…</source>
        <translation>&amp;Protokoludskrift af dette punkt…</translation>
    </message>
    <message>
        <source>Minutes as &amp;Word…</source>
        <translation>Referatet som &amp;Word…</translation>
    </message>
    <message>
        <source>&amp;Public version as PDF…</source>
        <translation>&amp;Offentlig udgave som PDF…</translation>
    </message>
    <message>
        <source>Chair&apos;s &amp;script…</source>
        <translation>Formandens &amp;drejebog…</translation>
    </message>
    <message>
        <source>&amp;Copy the text for kl.dk before the meeting</source>
        <translation>&amp;Kopiér teksten til kl.dk før mødet</translation>
    </message>
    <message>
        <source>Copy the text for kl.dk &amp;after the meeting</source>
        <translation>Kopiér teksten til kl.dk &amp;efter mødet</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Gem som</translation>
    </message>
</context>
<context>
    <name>OwnerField</name>
    <message>
        <source>Who does it</source>
        <translation>Hvem gør det</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ansvarlig</translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>Build the pack</source>
        <translation>Byg bilagspakke</translation>
    </message>
    <message>
        <source>Appendices put in</source>
        <translation>Bilag, der er sat ind</translation>
    </message>
    <message>
        <source>Left out of the public version</source>
        <translation>Udeladt af den offentlige udgave</translation>
    </message>
    <message>
        <source>Build…</source>
        <translation>Byg…</translation>
    </message>
    <message>
        <source>Save the pack</source>
        <translation>Gem bilagspakken</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>The typeset pages are unchanged and are used again.</source>
        <translation>De opsatte sider er uændrede og bruges igen.</translation>
    </message>
    <message>
        <source>{ready} of {all} appendices are ready from before.</source>
        <translation>{ready} af {all} bilag er klar fra sidst.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sider</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: {name} · {pages}</source>
        <translation>Gemt: {name} · {pages}</translation>
    </message>
    <message>
        <source>Look at what was left out before it is published:</source>
        <translation>Se efter, hvad der er udeladt, før den offentliggøres:</translation>
    </message>
    <message>
        <source>The public does not read this, or not as it is. Look it through:</source>
        <translation>Det her ser offentligheden ikke, eller ikke som det er. Se det igennem:</translation>
    </message>
    <message>
        <source>All of it is public.</source>
        <translation>Alt er offentligt.</translation>
    </message>
    <message>
        <source>Preview and print…</source>
        <translation>Vis og udskriv…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation>
            <numerusform>%n eksemplar</numerusform>
            <numerusform>%n eksemplarer</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: {copies} in »{folder}«</source>
        <translation>Gemt: {copies} i »{folder}«</translation>
    </message>
    <message>
        <source>The passwords stand in »{name}«, beside the folder. Send them another way.</source>
        <translation>Adgangskoderne står i »{name}« ved siden af mappen. Send dem ad en anden vej.</translation>
    </message>
</context>
<context>
    <name>PackForm</name>
    <message>
        <source>The agenda with all appendices</source>
        <translation>Dagsordenen med alle bilag</translation>
    </message>
    <message>
        <source>The agenda alone</source>
        <translation>Dagsordenen alene</translation>
    </message>
    <message>
        <source>The appendices alone</source>
        <translation>Bilagene alene</translation>
    </message>
    <message>
        <source>Public version: closed items, closed appendices and metadata are removed</source>
        <translation>Offentlig udgave: lukkede punkter, lukkede bilag og metadata er fjernet</translation>
    </message>
    <message>
        <source>A divider before the appendices of each item</source>
        <translation>Et skilleblad før hvert punkts bilag</translation>
    </message>
    <message>
        <source>Each appendix begins on a right-hand page (printing on both sides)</source>
        <translation>Hvert bilag begynder på en højreside (print på begge sider)</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Sort-hvid</translation>
    </message>
    <message>
        <source>Booklet: two pages on each A4 sheet, to be folded</source>
        <translation>Hæfte: to sider på hvert A4-ark, til at folde</translation>
    </message>
    <message>
        <source>A copy for each member, with the name on every page</source>
        <translation>Et eksemplar til hvert medlem, med navnet på hver side</translation>
    </message>
    <message>
        <source>Each copy opens with a password of its own</source>
        <translation>Hvert eksemplar åbnes med sin egen adgangskode</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Indhold</translation>
    </message>
    <message>
        <source>How it is printed</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Whom it is for</source>
        <translation>Modtagere</translation>
    </message>
</context>
<context>
    <name>PackStatus</name>
    <message>
        <source>The pack is out of date:</source>
        <translation>Bilagspakken er forældet:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more change(s)</source>
        <translation>
            <numerusform>og %n ændring til</numerusform>
            <numerusform>og %n ændringer til</numerusform>
        </translation>
    </message>
    <message>
        <source>The pack is up to date.</source>
        <translation>Bilagspakken er ajour.</translation>
    </message>
</context>
<context>
    <name>PageThumbnails</name>
    <message>
        <source>Pages</source>
        <translation>Sider</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Gem som PDF…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Gem som PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
</context>
<context>
    <name>ParliamentView</name>
    <message>
        <source>Seats by party</source>
        <translation>Pladser fordelt på partier</translation>
    </message>
    <message>
        <source>No party</source>
        <translation>Uden parti</translation>
    </message>
    <message>
        <source>{party}: {seats}</source>
        <translation>{party}: {seats}</translation>
    </message>
    <message>
        <source>Vacant: {seats}</source>
        <translation>Ledige: {seats}</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Preview</source>
        <translation>Forhåndsvisning</translation>
    </message>
</context>
<context>
    <name>PdfViewer</name>
    <message>
        <source>Page</source>
        <translation>Side</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sider</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Find næste</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Find forrige</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Mindre</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Større</translation>
    </message>
    <message>
        <source>Fit to the width</source>
        <translation>Tilpas til bredden</translation>
    </message>
    <message numerus="yes">
        <source> of %n page(s)</source>
        <translation>
            <numerusform> af %n side</numerusform>
            <numerusform> af %n sider</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PdfWindow</name>
    <message>
        <source>Print…</source>
        <translation>Udskriv…</translation>
    </message>
    <message>
        <source>Open in the PDF program</source>
        <translation>Åbn i pdf-programmet</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>What</source>
        <translation>Hvad</translation>
    </message>
    <message>
        <source>Titles, parties and memberships</source>
        <translation>Titler, partier og medlemskaber</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historik</translation>
    </message>
    <message>
        <source>New t&amp;itle…</source>
        <translation>Ny t&amp;itel…</translation>
    </message>
    <message>
        <source>New &amp;party…</source>
        <translation>Nyt &amp;parti…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Redigér…</translation>
    </message>
    <message>
        <source>&amp;Over time</source>
        <translation>&amp;Over tid</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historik</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Titler</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Partier</translation>
    </message>
    <message>
        <source>Memberships</source>
        <translation>Medlemskaber</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <source>New &amp;membership…</source>
        <translation>Nyt &amp;medlemskab…</translation>
    </message>
    <message>
        <source>Parties are kept of the elected only.</source>
        <translation>Parti skrives kun om folkevalgte.</translation>
    </message>
</context>
<context>
    <name>PhraseDialog</name>
    <message>
        <source>Phrases</source>
        <translation>Formuleringer</translation>
    </message>
    <message>
        <source>Any item</source>
        <translation>Alle punkter</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Tilføj</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Redigér</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Flyt &amp;op</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Flyt &amp;ned</translation>
    </message>
    <message>
        <source>Phrases &amp;for:</source>
        <translation>Formuleringer til &amp;punkttypen:</translation>
    </message>
    <message>
        <source>The program fills in {places} where it knows them. Other words in braces stay to be filled in.</source>
        <translation>Programmet udfylder {places}, hvor det kender dem. Andre ord i krøllede parenteser bliver stående, så de kan udfyldes.</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture</source>
        <translation>Billede</translation>
    </message>
    <message>
        <source>For those who cannot see it: what is the point of the picture?</source>
        <translation>Til dem, der ikke kan se det: Hvad er pointen i billedet?</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>&amp;Beskrivelse:</translation>
    </message>
    <message>
        <source>&amp;Caption:</source>
        <translation>Billed&amp;tekst:</translation>
    </message>
    <message>
        <source>&amp;Width of the text:</source>
        <translation>&amp;Andel af tekstens bredde:</translation>
    </message>
</context>
<context>
    <name>PlaceCardsDialog</name>
    <message>
        <source>Place cards</source>
        <translation>Bordkort</translation>
    </message>
    <message>
        <source>Large: a sheet of A4 each, folded once</source>
        <translation>Store: ét A4-ark til hver, foldet én gang</translation>
    </message>
    <message>
        <source>Small: two on a sheet of A4</source>
        <translation>Små: to på hvert A4-ark</translation>
    </message>
    <message>
        <source>One a line: name, title</source>
        <translation>Én på hver linje: navn, titel</translation>
    </message>
    <message>
        <source>M&amp;eeting:</source>
        <translation>&amp;Møde:</translation>
    </message>
    <message>
        <source>Si&amp;ze:</source>
        <translation>S&amp;tørrelse:</translation>
    </message>
    <message>
        <source>&amp;Guests and staff beside the members:</source>
        <translation>Gæ&amp;ster og ansatte ud over medlemmerne:</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s). Who has sent an apology has none.</source>
        <translation>
            <numerusform>%n kort. Den, der har sendt afbud, får intet.</numerusform>
            <numerusform>%n kort. De, der har sendt afbud, får intet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanBodies</name>
    <message>
        <source>Councils and forums</source>
        <translation>Råd og fora</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>The c&amp;ouncil and its forums</source>
        <translation>&amp;Rådet og dets fora</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Plan a year</source>
        <translation>Planlæg et år</translation>
    </message>
    <message>
        <source>The usual weeks of the rounds</source>
        <translation>De sædvanlige uger for runderne</translation>
    </message>
    <message>
        <source>The same weeks as the year before</source>
        <translation>Samme uger som året før</translation>
    </message>
    <message>
        <source>Proposed meetings</source>
        <translation>Foreslåede møder</translation>
    </message>
    <message>
        <source>&amp;Year:</source>
        <translation>&amp;År:</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Ud fra:</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>Year, to &amp;drag in</source>
        <translation>År, til at &amp;trække i</translation>
    </message>
    <message>
        <source>The year with the proposed meetings</source>
        <translation>Året med de foreslåede møder</translation>
    </message>
    <message>
        <source>Put into the calendar</source>
        <translation>Sæt i kalenderen</translation>
    </message>
    <message>
        <source>There is nothing left to plan for the councils that are ticked.</source>
        <translation>Der er intet tilbage at planlægge for de valgte råd.</translation>
    </message>
    <message>
        <source>{count} meetings, {doubtful} of them on a day that something speaks against.</source>
        <translation>{count} møder, heraf {doubtful} på en dag, som noget taler imod.</translation>
    </message>
    <message>
        <source>{count} meetings, all on days that nothing speaks against.</source>
        <translation>{count} møder, alle på dage, som intet taler imod.</translation>
    </message>
    <message>
        <source>Drag a meeting to another day, or use Space and the arrow keys.</source>
        <translation>Træk et møde til en anden dag, eller brug mellemrum og piletasterne.</translation>
    </message>
    <message>
        <source>Double-click a date to move it, or press F2.</source>
        <translation>Dobbeltklik på en dato, eller tryk F2, for at flytte den.</translation>
    </message>
</context>
<context>
    <name>PlanYear</name>
    <message>
        <source>Proposed meeting</source>
        <translation>Foreslået møde</translation>
    </message>
    <message>
        <source>Meeting that is planned</source>
        <translation>Planlagt møde</translation>
    </message>
</context>
<context>
    <name>PostponedBanner</name>
    <message>
        <source>»{title}« ({day}, item {number})</source>
        <translation>»{title}« ({day}, punkt {number})</translation>
    </message>
    <message numerus="yes">
        <source>%n postponed item(s) wait for an agenda:</source>
        <translation>
            <numerusform>Et udsat punkt venter på en dagsorden:</numerusform>
            <numerusform>%n udsatte punkter venter på en dagsorden:</numerusform>
        </translation>
    </message>
    <message>
        <source>Put on this agenda</source>
        <translation>Sæt på denne dagsorden</translation>
    </message>
    <message>
        <source>postponed item</source>
        <translation>udsat punkt</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print »{title}«</source>
        <translation>Udskriv »{title}«</translation>
    </message>
    <message>
        <source>As many as the printer&apos;s dialog says</source>
        <translation>Så mange, som der står i printerens dialog</translation>
    </message>
    <message numerus="yes">
        <source>One for each of the %n member(s) who want paper</source>
        <translation>
            <numerusform>Ét til det %n medlem, der ønsker papir</numerusform>
            <numerusform>Ét til hvert af de %n medlemmer, der ønsker papir</numerusform>
        </translation>
    </message>
    <message>
        <source>One size for all pages; larger ones are made smaller</source>
        <translation>Ét format til alle sider; større sider gøres mindre</translation>
    </message>
    <message>
        <source>Each page on paper of its own size (A4, A3)</source>
        <translation>Hver side på papir i sit eget format (A4, A3)</translation>
    </message>
    <message>
        <source>Pages sent to the printer</source>
        <translation>Sider sendt til printeren</translation>
    </message>
    <message>
        <source>Choose printer…</source>
        <translation>Vælg printer…</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Eksemplarer</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papir</translation>
    </message>
    <message>
        <source> (large print)</source>
        <translation> (stor skrift)</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Sendt til printeren.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
</context>
<context>
    <name>PrivacyDialog</name>
    <message>
        <source>Personal data</source>
        <translation>Persondata</translation>
    </message>
    <message>
        <source>&amp;Keep private phone, e-mail and address of the members</source>
        <translation>&amp;Gem medlemmernes private telefon, e-mail og adresse</translation>
    </message>
    <message>
        <source>Contacts of &amp;former members are kept for</source>
        <translation>&amp;Tidligere medlemmers kontaktoplysninger gemmes i</translation>
    </message>
    <message>
        <source> months</source>
        <translation> måneder</translation>
    </message>
    <message>
        <source>Months that contacts are kept</source>
        <translation>Måneder, som kontaktoplysninger gemmes i</translation>
    </message>
    <message>
        <source>Former members whose contacts are to go</source>
        <translation>Tidligere medlemmer, hvis kontaktoplysninger skal slettes</translation>
    </message>
    <message>
        <source>They are for the secretariat only: no list, file, label or e-mail has them.</source>
        <translation>De er kun til sekretariatet selv og kommer ikke med i nogen liste, fil, label eller e-mail.</translation>
    </message>
    <message numerus="yes">
        <source>Private contacts of %n person(s) are wiped out for good.</source>
        <translation>
            <numerusform>Private kontaktoplysninger om %n person slettes for altid.</numerusform>
            <numerusform>Private kontaktoplysninger om %n personer slettes for altid.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Wipe out</source>
        <translation>&amp;Slet</translation>
    </message>
    <message>
        <source>Contacts of former members are kept for ever.</source>
        <translation>Tidligere medlemmers kontaktoplysninger gemmes for altid.</translation>
    </message>
    <message>
        <source>The contacts of these former members are to go. Names, titles and memberships stay, and so do the minutes.</source>
        <translation>Disse tidligere medlemmers kontaktoplysninger skal slettes. Navne, titler og medlemskaber bliver stående, og det gør referaterne også.</translation>
    </message>
    <message>
        <source>Nobody&apos;s contacts are older than that.</source>
        <translation>Ingen kontaktoplysninger er ældre end det.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Anonymise %n person(s)…</source>
        <translation>
            <numerusform>&amp;Anonymisér %n person…</numerusform>
            <numerusform>&amp;Anonymisér %n personer…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The contacts of %n person(s) are wiped out for good.</source>
        <translation>
            <numerusform>Kontaktoplysningerne om %n person slettes for altid.</numerusform>
            <numerusform>Kontaktoplysningerne om %n personer slettes for altid.</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be undone. That it was done is kept in the history.</source>
        <translation>Det kan ikke fortrydes. Historikken husker, at det er gjort.</translation>
    </message>
</context>
<context>
    <name>ProposalPanel</name>
    <message>
        <source>Proposed decision</source>
        <translation>Forslag til beslutning</translation>
    </message>
    <message>
        <source>&amp;Take over the proposal (Ctrl+Enter)</source>
        <translation>&amp;Overtag forslaget (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Take over the proposal</source>
        <translation>Overtag forslaget</translation>
    </message>
</context>
<context>
    <name>ProposalsModel</name>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Uge</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Council</source>
        <translation>Råd</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>Why, and what speaks against it</source>
        <translation>Begrundelse, og hvad der taler imod</translation>
    </message>
</context>
<context>
    <name>RecipientsPage</name>
    <message>
        <source>Used when the material is larger than that</source>
        <translation>Bruges, når materialet fylder mere</translation>
    </message>
    <message>
        <source>Kept with the version, for yourselves only</source>
        <translation>Gemmes med versionen, kun til jer selv</translation>
    </message>
    <message>
        <source>One e-mail draft for each list, in which nobody sees the others</source>
        <translation>Én e-mail-kladde til hver liste; ingen på den ser de andre</translation>
    </message>
    <message>
        <source>How the material goes along</source>
        <translation>Sådan følger materialet med</translation>
    </message>
    <message>
        <source>&amp;Attach up to:</source>
        <translation>&amp;Vedhæft op til:</translation>
    </message>
    <message>
        <source>&amp;Link to the material:</source>
        <translation>&amp;Link til materialet:</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>&amp;Note:</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Members (%n)</source>
        <translation>
            <numerusform>&amp;Medlemmer (%n)</numerusform>
            <numerusform>&amp;Medlemmer (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>O&amp;bservers and the council&apos;s secretary (%n)</source>
        <translation>
            <numerusform>O&amp;bservatører og rådets sekretær (%n)</numerusform>
            <numerusform>O&amp;bservatører og rådets sekretær (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Secretaries (%n)</source>
        <translation>
            <numerusform>&amp;Sekretærer (%n)</numerusform>
            <numerusform>&amp;Sekretærer (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>C&amp;opies that the contacts ask for (%n)</source>
        <translation>
            <numerusform>&amp;Kopier, som kontakterne ønsker (%n)</numerusform>
            <numerusform>&amp;Kopier, som kontakterne ønsker (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>No e-mail address: {names}</source>
        <translation>Uden e-mailadresse: {names}</translation>
    </message>
    <message>
        <source>Also on paper: {names}</source>
        <translation>Også på papir: {names}</translation>
    </message>
</context>
<context>
    <name>RedactedDialog</name>
    <message>
        <source>Public version of »{title}«</source>
        <translation>Offentlig udgave af »{title}«</translation>
    </message>
    <message>
        <source>A file of its own, in which what must not be public is removed. The public pack holds it in place of the appendix, never both.</source>
        <translation>En fil for sig selv, hvor det, der ikke må offentliggøres, er fjernet. Den offentlige pakke har den i stedet for bilaget, aldrig begge.</translation>
    </message>
    <message>
        <source>It was made for an earlier file of the appendix. Until there is a new one, the public reads nothing of the appendix.</source>
        <translation>Den hører til en ældre fil. Indtil der er en ny, ser offentligheden intet af bilaget.</translation>
    </message>
    <message>
        <source>&amp;Choose file…</source>
        <translation>&amp;Vælg fil…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ingen endnu</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Fil:</translation>
    </message>
    <message>
        <source>Public &amp;title:</source>
        <translation>Offentlig &amp;titel:</translation>
    </message>
    <message>
        <source>The file for the public</source>
        <translation>Filen til offentligheden</translation>
    </message>
    <message>
        <source>Documents and pictures ({patterns})</source>
        <translation>Dokumenter og billeder ({patterns})</translation>
    </message>
    <message>
        <source>None: the appendix is then not public</source>
        <translation>Ingen: bilaget er så ikke offentligt</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Open the e-mail &amp;drafts</source>
        <translation>Åbn e-mail-&amp;kladderne</translation>
    </message>
    <message>
        <source>&amp;Save the e-mail drafts in a folder…</source>
        <translation>&amp;Gem e-mail-kladderne i en mappe…</translation>
    </message>
    <message>
        <source>&amp;Folder for the meeting portal…</source>
        <translation>&amp;Mappe til mødeportalen…</translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s)</source>
        <translation>
            <numerusform>%n modtager</numerusform>
            <numerusform>%n modtagere</numerusform>
        </translation>
    </message>
    <message>
        <source>Version {number} is frozen, with its documents and {people}.</source>
        <translation>Version {number} er frosset med sine dokumenter og {people}.</translation>
    </message>
    <message>
        <source>The drafts have the material attached.</source>
        <translation>Materialet er vedhæftet kladderne.</translation>
    </message>
    <message>
        <source>The material is too large to attach; the drafts have a link.</source>
        <translation>Materialet er for stort til at vedhæfte; kladderne har et link.</translation>
    </message>
    <message>
        <source>Save the e-mail drafts in</source>
        <translation>Gem e-mail-kladderne i</translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail draft(s) written.</source>
        <translation>
            <numerusform>%n e-mail-kladde er skrevet.</numerusform>
            <numerusform>%n e-mail-kladder er skrevet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make the portal&apos;s folder in</source>
        <translation>Lav portalens mappe i</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Skrevet: {path}</translation>
    </message>
</context>
<context>
    <name>RichTextToolbar</name>
    <message>
        <source>Text tools</source>
        <translation>Tekstværktøjer</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Fed</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Kursiv</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Understreget</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Overskrift</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>Punktopstilling</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Nummereret liste</translation>
    </message>
    <message>
        <source>Move out</source>
        <translation>Ryk ud</translation>
    </message>
    <message>
        <source>Move in</source>
        <translation>Ryk ind</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>Link…</translation>
    </message>
    <message>
        <source>Clear formatting</source>
        <translation>Fjern formatering</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Gentag</translation>
    </message>
    <message>
        <source>Insert table…</source>
        <translation>Indsæt tabel…</translation>
    </message>
    <message>
        <source>Add row below</source>
        <translation>Tilføj række nedenunder</translation>
    </message>
    <message>
        <source>Add column to the right</source>
        <translation>Tilføj kolonne til højre</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Slet række</translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation>Slet kolonne</translation>
    </message>
    <message>
        <source>First row is a header</source>
        <translation>Første række er overskrift</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Language of the chosen words</source>
        <translation>De valgte ords sprog</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Address (https://… or mailto:…):</source>
        <translation>Adresse (https://… eller mailto:…):</translation>
    </message>
    <message>
        <source>Insert table</source>
        <translation>Indsæt tabel</translation>
    </message>
    <message>
        <source>Number of columns:</source>
        <translation>Antal kolonner:</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Billede…</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Billede</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Billeder (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Earlier versions…</source>
        <translation>Tidligere udgaver…</translation>
    </message>
</context>
<context>
    <name>SaveStatus</name>
    <message>
        <source>What is saved</source>
        <translation>Hvad der er gemt</translation>
    </message>
    <message>
        <source>NOT SAVED. {reason}</source>
        <translation>IKKE GEMT. {reason}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Gemmer…</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Alt er gemt</translation>
    </message>
    <message>
        <source>Everything is saved · {time}</source>
        <translation>Alt er gemt · kl. {time}</translation>
    </message>
</context>
<context>
    <name>SeatChanges</name>
    <message>
        <source>The seat of {name} is vacant from {day}.</source>
        <translation>Pladsen efter {name} er ledig fra {day}.</translation>
    </message>
    <message>
        <source>{new} takes over the seat of {name} on {day}.</source>
        <translation>{new} overtager pladsen efter {name} den {day}.</translation>
    </message>
    <message>
        <source>{new} takes the vacant seat on {day}.</source>
        <translation>{new} overtager den ledige plads den {day}.</translation>
    </message>
    <message>
        <source>{name} is a member to the end of {day}.</source>
        <translation>{name} er medlem til og med {day}.</translation>
    </message>
    <message>
        <source>Vacant seat</source>
        <translation>Ledig plads</translation>
    </message>
    <message>
        <source>Party that fills it:</source>
        <translation>Parti, der besætter pladsen:</translation>
    </message>
</context>
<context>
    <name>SeatDialog</name>
    <message>
        <source>&amp;Leaves:</source>
        <translation>&amp;Fratræder:</translation>
    </message>
    <message>
        <source>Vacant seat:</source>
        <translation>Ledig plads:</translation>
    </message>
    <message>
        <source>New from (first d&amp;ay):</source>
        <translation>Ny fra (første &amp;dag):</translation>
    </message>
    <message>
        <source>&amp;Takes over:</source>
        <translation>&amp;Tiltræder:</translation>
    </message>
    <message>
        <source>Choose from the register, or write a new name.</source>
        <translation>Vælg fra registret, eller skriv et nyt navn.</translation>
    </message>
    <message>
        <source>A new person</source>
        <translation>En ny person</translation>
    </message>
    <message>
        <source>Nobody yet: the seat stands vacant</source>
        <translation>Ingen endnu: pladsen står ledig</translation>
    </message>
    <message>
        <source>Follows the post: {names}</source>
        <translation>Følger posten: {names}</translation>
    </message>
    <message>
        <source>Fill vacant seat</source>
        <translation>Besæt ledig plads</translation>
    </message>
    <message>
        <source>Change of mayor</source>
        <translation>Borgmesterskift</translation>
    </message>
    <message>
        <source>Change of member</source>
        <translation>Skift af medlem</translation>
    </message>
    <message>
        <source>&amp;Given name:</source>
        <translation>For&amp;navn:</translation>
    </message>
    <message>
        <source>&amp;Family name:</source>
        <translation>&amp;Efternavn:</translation>
    </message>
    <message>
        <source>&amp;E-mail:</source>
        <translation>E-&amp;mail:</translation>
    </message>
    <message>
        <source>P&amp;hone:</source>
        <translation>Te&amp;lefon:</translation>
    </message>
    <message>
        <source>&amp;Municipality:</source>
        <translation>&amp;Kommune:</translation>
    </message>
    <message>
        <source>&amp;Party:</source>
        <translation>&amp;Parti:</translation>
    </message>
    <message>
        <source>T&amp;itle:</source>
        <translation>T&amp;itel:</translation>
    </message>
    <message>
        <source>S&amp;ubstitute:</source>
        <translation>&amp;Stedfortræder:</translation>
    </message>
    <message>
        <source>&amp;Reason (may be empty):</source>
        <translation>&amp;Begrundelse (kan udelades):</translation>
    </message>
</context>
<context>
    <name>SeatsPanel</name>
    <message>
        <source>Vacant seats</source>
        <translation>Ledige pladser</translation>
    </message>
    <message>
        <source>Fill the seat…</source>
        <translation>Besæt pladsen…</translation>
    </message>
    <message>
        <source>Which party fills it…</source>
        <translation>Hvilket parti…</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n medlem</numerusform>
            <numerusform>%n medlemmer</numerusform>
        </translation>
    </message>
    <message>
        <source>{filled} of {seats} seats filled</source>
        <translation>{filled} af {seats} pladser besat</translation>
    </message>
    <message>
        <source>No party</source>
        <translation>Uden parti</translation>
    </message>
    <message numerus="yes">
        <source>%n mayor(s) missing</source>
        <translation>
            <numerusform>%n borgmester mangler</numerusform>
            <numerusform>%n borgmestre mangler</numerusform>
        </translation>
    </message>
    <message>
        <source>No mayor from {names}</source>
        <translation>Mangler borgmester: {names}</translation>
    </message>
    <message>
        <source>Note: more than {cap} seats, which is two for each municipality, the most that the standing orders give.</source>
        <translation>Bemærk: mere end {cap} pladser. Forretningsordenen giver højst to pr. kommune.</translation>
    </message>
    <message numerus="yes">
        <source>%n woman/women</source>
        <translation>
            <numerusform>%n kvinde</numerusform>
            <numerusform>%n kvinder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n man/men</source>
        <translation>
            <numerusform>%n mand</numerusform>
            <numerusform>%n mænd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n andet</numerusform>
            <numerusform>%n andet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(not recorded for %n)</source>
        <translation>
            <numerusform>(ikke noteret for %n)</numerusform>
            <numerusform>(ikke noteret for %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Gender: {told}</source>
        <translation>Køn: {told}</translation>
    </message>
    <message numerus="yes">
        <source>%n vacant seat(s)</source>
        <translation>
            <numerusform>%n ledig plads</numerusform>
            <numerusform>%n ledige pladser</numerusform>
        </translation>
    </message>
    <message>
        <source>No vacant seats</source>
        <translation>Ingen ledige pladser</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>The documents are being made</source>
        <translation>Dokumenterne laves</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Udsendt</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Næste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>The sent agenda is open for a supplement or a correction. Its numbers stay, and nothing is sent yet.</source>
        <translation>Den udsendte dagsorden er åben for tillæg eller rettelse. Numrene bliver stående, og intet er sendt endnu.</translation>
    </message>
    <message>
        <source>Send a supplement or a correction…</source>
        <translation>Send tillæg eller rettelse…</translation>
    </message>
    <message>
        <source>The meeting&apos;s state is »{state}«. Its agenda cannot be changed now.</source>
        <translation>Mødets tilstand er »{state}«. Dagsordenen kan ikke ændres nu.</translation>
    </message>
    <message>
        <source>Late item or correction…</source>
        <translation>Tillæg eller rettelse…</translation>
    </message>
    <message>
        <source>Late item or correction</source>
        <translation>Tillæg eller rettelse</translation>
    </message>
    <message>
        <source>Why is the agenda changed after the dispatch?</source>
        <translation>Hvorfor ændres dagsordenen efter udsendelsen?</translation>
    </message>
</context>
<context>
    <name>SentDialog</name>
    <message>
        <source>What was sent</source>
        <translation>Udsendelser</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versioner</translation>
    </message>
    <message>
        <source>Documents; Enter opens one</source>
        <translation>Dokumenter; Enter åbner et</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Modtagere</translation>
    </message>
    <message>
        <source>Version {number}, sent {day}</source>
        <translation>Version {number}, sendt {day}</translation>
    </message>
    <message>
        <source>Nothing of this agenda was sent yet.</source>
        <translation>Intet af dagsordenen er sendt endnu.</translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s)</source>
        <translation>
            <numerusform>%n modtager</numerusform>
            <numerusform>%n modtagere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastaturgenveje</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Genvej</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Hvad den gør</translation>
    </message>
</context>
<context>
    <name>SinceLastPanel</name>
    <message>
        <source>Proposed from the follow-ups</source>
        <translation>Forslag ud fra opfølgningerne</translation>
    </message>
</context>
<context>
    <name>SpellingChoices</name>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Leder efter forslag…</translation>
    </message>
    <message>
        <source>&amp;Add »{word}« to the dictionary</source>
        <translation>&amp;Tilføj »{word}« til ordbogen</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Ingen forslag</translation>
    </message>
</context>
<context>
    <name>StancePanel</name>
    <message>
        <source>Note</source>
        <translation>Notér</translation>
    </message>
    <message>
        <source>What is noted</source>
        <translation>Hvad der noteres</translation>
    </message>
    <message>
        <source>Party or member</source>
        <translation>Parti eller medlem</translation>
    </message>
    <message>
        <source>Words, as in »finansieringen«</source>
        <translation>Ordene, fx »finansieringen«</translation>
    </message>
    <message>
        <source>Noted beside the decision</source>
        <translation>Noteret ved beslutningen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Rækkefølge</translation>
    </message>
    <message>
        <source>Noted beside the decision ({key})</source>
        <translation>Noteret ved beslutningen ({key})</translation>
    </message>
    <message>
        <source>Vote:</source>
        <translation>Afstemning:</translation>
    </message>
    <message>
        <source>for</source>
        <translation>for</translation>
    </message>
    <message>
        <source>against</source>
        <translation>imod</translation>
    </message>
    <message>
        <source>abstained</source>
        <translation>undlod</translation>
    </message>
    <message>
        <source>Dealt with:</source>
        <translation>Behandlet:</translation>
    </message>
    <message>
        <source>Note a reservation, a conflict of interest or a vote</source>
        <translation>Notér et forbehold, en inhabilitet eller en afstemning</translation>
    </message>
    <message>
        <source>Delete removes it</source>
        <translation>Delete fjerner det</translation>
    </message>
    <message>
        <source>at its place</source>
        <translation>på sin plads</translation>
    </message>
    <message>
        <source>first of all</source>
        <translation>som det første</translation>
    </message>
    <message>
        <source>after item {number}</source>
        <translation>efter punkt {number}</translation>
    </message>
    <message>
        <source>Type a part of one party&apos;s or one member&apos;s name.</source>
        <translation>Skriv en del af ét partis eller ét medlems navn.</translation>
    </message>
</context>
<context>
    <name>SubstituteMenu</name>
    <message>
        <source>Substitute for {name}</source>
        <translation>Stedfortræder for {name}</translation>
    </message>
    <message>
        <source>Somebody else …</source>
        <translation>En anden …</translation>
    </message>
    <message>
        <source>No substitute</source>
        <translation>Ingen stedfortræder</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>Stedfortræder</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Milestones of {body}</source>
        <translation>Milepæle for {body}</translation>
    </message>
    <message>
        <source>Milestones of every meeting</source>
        <translation>Milepæle for hvert møde</translation>
    </message>
    <message>
        <source>Coming meetings follow, but for milestones that are done or were moved by hand.</source>
        <translation>Kommende møder følger med, undtagen milepæle, der er udført eller flyttet i hånden.</translation>
    </message>
    <message>
        <source>New milestone</source>
        <translation>Ny milepæl</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>&amp;Back to the standard</source>
        <translation>&amp;Tilbage til standarden</translation>
    </message>
    <message>
        <source>The milestones that the program brings for this kind of body</source>
        <translation>De milepæle, som programmet har med til denne slags råd eller forum</translation>
    </message>
</context>
<context>
    <name>TemplatesModel</name>
    <message>
        <source>Days from the meeting</source>
        <translation>Dage fra mødet</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>Milepæl</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Ansvarlig</translation>
    </message>
</context>
<context>
    <name>TermForm</name>
    <message>
        <source>Election term</source>
        <translation>Valgperiode</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Navn:</translation>
    </message>
    <message>
        <source>&amp;First day:</source>
        <translation>&amp;Første dag:</translation>
    </message>
    <message>
        <source>&amp;Last day:</source>
        <translation>Sidste &amp;dag:</translation>
    </message>
    <message>
        <source>Each council and forum gets as many seats as in the term before, vacant.</source>
        <translation>Hvert råd og forum får lige så mange pladser som i perioden før. De står ledige.</translation>
    </message>
</context>
<context>
    <name>TiesLine</name>
    <message>
        <source>Prepares:</source>
        <translation>Forbereder:</translation>
    </message>
    <message>
        <source>Prepared by:</source>
        <translation>Forberedes af:</translation>
    </message>
</context>
<context>
    <name>UndoBanner</name>
    <message>
        <source>Undo the last change</source>
        <translation>Fortryd den seneste ændring</translation>
    </message>
    <message>
        <source>Hide this line; Ctrl+Z still undoes it</source>
        <translation>Skjul linjen; Ctrl+Z fortryder stadig</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
</context>
<context>
    <name>YearView</name>
    <message>
        <source>Meeting</source>
        <translation>Møde</translation>
    </message>
    <message>
        <source>Meeting of another body</source>
        <translation>Møde i et andet råd eller forum</translation>
    </message>
    <message>
        <source>Agenda goes out</source>
        <translation>Dagsorden udsendes</translation>
    </message>
    <message>
        <source>Public holiday</source>
        <translation>Helligdag</translation>
    </message>
    <message>
        <source>School holiday</source>
        <translation>Skoleferie</translation>
    </message>
    <message>
        <source>Event or outside deadline</source>
        <translation>Begivenhed eller ydre frist</translation>
    </message>
</context>
<context>
    <name>_Removal</name>
    <message>
        <source>&amp;Remove »{word}« from the dictionary</source>
        <translation>&amp;Fjern »{word}« fra ordbogen</translation>
    </message>
</context>
<context>
    <name>_Thumbnails</name>
    <message>
        <source>Page {number}</source>
        <translation>Side {number}</translation>
    </message>
</context>
</TS>
