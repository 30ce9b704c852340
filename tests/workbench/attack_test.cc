// What an attacker may try, each tried on the running server. docs/serve.md lists them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/zip_archive.h"
#include "review/availability.h"
#include "review/event.h"
#include "review/record.h"
#include "tests/workbench/running_bench.h"
#include "workbench/route.h"

namespace planmark {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string with_values(std::string_view pattern, const RunningBench& bench) {
  std::string path(pattern);
  const auto put = [&](const std::string& name, const std::string& value) {
    if (const std::size_t at = path.find(name); at != std::string::npos) path.replace(at, name.size(), value);
  };
  put("{document}", bench.document());
  put("{question}", RunningBench::question);
  put("{page}", "1");
  put("{link}", "nothing");
  put("{file}", "planmark.css");
  put("{pack}", "1");
  return path;
}

TEST(Attack, StrangersAreRefusedEverywhereButAtTheDoor) {
  const RunningBench bench;
  for (const Route& route : routes()) {
    const std::string path = with_values(route.pattern, bench);
    const Answered answer = route.method == "GET" ? bench.get(path) : bench.post(path, "a=b");
    if (route.access == Access::everyone)
      EXPECT_THAT(path, testing::AnyOf(HasSubstr("/sign-in"), HasSubstr("/welcome/"), HasSubstr("/static/")));
    else if (route.method == "GET" && !path.starts_with("/api/"))
      EXPECT_THAT(answer.head, HasSubstr("Location: /sign-in")) << path;
    else
      EXPECT_EQ(answer.status, 401) << route.method << " " << path;
  }
}

TEST(Attack, ReviewersAreRefusedWhatIsForCoordinatorsAndAdjudicators) {
  const RunningBench bench;
  const std::string reviewer = bench.signed_in("ada", "reviewer");
  const std::string key = bench.form_key("/", reviewer);
  for (const Route& route : routes()) {
    if (route.access != Access::coordinator && route.access != Access::adjudicator) continue;
    const std::string path = with_values(route.pattern, bench);
    const Answered answer =
        route.method == "GET" ? bench.get(path, reviewer) : bench.post(path, "form_key=" + key, reviewer);
    EXPECT_EQ(answer.status, 403) << route.method << " " << path;
  }
}

TEST(Attack, ScriptInTitleQuoteNoteSystemAndFileNameIsText) {
  const RunningBench bench("<script>alert('name')<b>.pdf");
  const std::string person = bench.signed_in("ada", "reviewer");
  const std::string record = "/record/" + bench.document() + "/" + RunningBench::question;
  for (const std::string& path :
       {std::string("/"), bench.desk(), "/desk/" + bench.document() + "/list",
        std::string("/question/") + RunningBench::question, record,
        std::string("/search?words=%22%3Cscript%3Ealert(1)%3C/script%3E+children")}) {
    const Answered answer = bench.get(path, person);
    EXPECT_EQ(answer.status, 200) << path;
    EXPECT_THAT(answer.body, Not(HasSubstr("<script>alert"))) << path;
    EXPECT_THAT(answer.body, Not(HasSubstr("<img src=x"))) << path;
    EXPECT_THAT(answer.head, HasSubstr("Content-Security-Policy: default-src 'none'; script-src 'self'"))
        << path;
  }
  EXPECT_THAT(bench.get(bench.desk(), person).body, HasSubstr("&lt;img src=x onerror="));
}

TEST(Attack, ScriptInACommentIsText) {
  const RunningBench bench;
  const std::string person = bench.signed_in("ada", "reviewer");
  const std::string form =
      bench.desk_fields(person) + "&action=cannot+tell&comment=%3Cscript%3Ealert(1)%3C%2Fscript%3E";
  EXPECT_EQ(bench.post(bench.desk(), form, person).status, 303);
  const Answered desk = bench.get(bench.desk(), person);
  EXPECT_THAT(desk.body, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_THAT(desk.body, Not(HasSubstr("<script>alert")));
}

struct Forgery {
  const char* what;
  std::string form_key;  // in place of the right one; "*": the right one
  std::string headers;
};

TEST(Attack, ForgedFormsAreRefused) {
  const RunningBench bench;
  const std::string person = bench.signed_in("ada", "reviewer"), other = bench.signed_in("bea", "reviewer");
  const std::string right = bench.form_key("/", person), of_another = bench.form_key("/", other);
  const Forgery forgeries[] = {
      {"no key", "", ""},
      {"a guess", std::string(64, '0'), ""},
      {"another person's key", of_another, ""},
      {"sent from another site", "*", "Origin: http://evil.example\r\n"},
      {"sent from another site, as the browser says", "*", "Sec-Fetch-Site: cross-site\r\n"},
      {"sent from a file", "*", "Origin: null\r\n"},
  };
  for (const Forgery& forgery : forgeries) {
    const std::string key = forgery.form_key == "*" ? right : forgery.form_key;
    const std::string form = bench.desk_fields(other) + "&action=cannot+tell";
    const std::string forged = "form_key=" + key + form.substr(form.find('&'));
    EXPECT_EQ(bench.post(bench.desk(), forged, person, forgery.headers).status, 403) << forgery.what;
  }
  EXPECT_TRUE(decisions(Workspace::open_existing(bench.workspace()).value(),
                        Workspace::open_existing(bench.workspace())->find_document(bench.document()).value())
                  ->empty());
}

TEST(Attack, OneSavesForOneselfAlone) {
  const RunningBench bench;
  const std::string person = bench.signed_in("ada", "reviewer");
  const std::string form = bench.desk_fields(person) + "&action=cannot+tell&person=bea&mark=adjudication";
  EXPECT_EQ(bench.post(bench.desk(), form, person).status, 303);
  const auto workspace = Workspace::open_existing(bench.workspace()).value();
  const auto made = decisions(workspace, workspace.find_document(bench.document()).value()).value();
  ASSERT_EQ(made.size(), 1U);
  EXPECT_EQ(made.front().person, "ada");
  EXPECT_EQ(made.front().mark, Mark::first);
}

TEST(Attack, AQuoteThatTheDocumentDoesNotHoldIsRefused) {
  const RunningBench bench;
  const std::string person = bench.signed_in("ada", "reviewer");
  for (const char* place : {"0-99999999", "5-5", "9-3", "a-b", "-1-4", "1", "4294967295-4294967296"}) {
    const std::string form = bench.desk_fields(person) + "&action=confirm&added=" + place;
    EXPECT_EQ(bench.post(bench.desk(), form, person).status, 422) << place;
  }
}

TEST(Attack, NoPathLeadsToFiles) {
  const RunningBench bench;
  const std::string person = bench.signed_in("ada", "reviewer");
  for (const char* path :
       {"/static/..%2f..%2fetc%2fpasswd", "/static/%2e%2e/%2e%2e/etc/passwd", "/../../etc/passwd",
        "/static/....//x", "/page/..%2f..%2fetc/1", "/page/%2fetc%2fpasswd/1", "/desk/..%5c..%5c/x",
        "/static/planmark.css%00.js", "//etc/passwd", "/static/pages/layout.html"}) {
    const Answered answer = bench.get(path, person);
    EXPECT_TRUE(answer.status == 400 || answer.status == 404) << path << " gave " << answer.status;
    EXPECT_THAT(answer.body, Not(HasSubstr("root:"))) << path;
  }
}

struct Malformed {
  const char* what;
  std::string bytes;  // HOST stands for the right one
  int status;         // 0: hung up on
};

TEST(Attack, OversizedAndMalformedRequestsAreRefused) {
  const RunningBench bench;
  const Malformed requests[] = {
      {"no HTTP", "hello\r\n\r\n", 400},
      {"no Host", "GET /sign-in HTTP/1.1\r\n\r\n", 400},
      {"two Hosts", "GET /sign-in HTTP/1.1\r\nHost: HOST\r\nHost: evil\r\n\r\n", 400},
      {"another name", "GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421},
      {"long header", "GET /sign-in HTTP/1.1\r\nHost: HOST\r\nA: " + std::string(20'000, 'a') + "\r\n\r\n",
       431},
      {"long body", "POST /sign-in HTTP/1.1\r\nHost: HOST\r\nContent-Length: 2000000\r\n\r\n", 413},
      {"two lengths",
       "POST /sign-in HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na", 400},
      {"length and chunks",
       "POST /sign-in HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nTransfer-Encoding: "
       "chunked\r\n\r\n0\r\n\r\n",
       400},
      {"bad chunk", "POST /sign-in HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n-2\r\nab\r\n",
       400},
      {"unknown coding",
       "POST /sign-in HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400},
      {"space before colon", "GET /sign-in HTTP/1.1\r\nHost : HOST\r\n\r\n", 400},
      {"another's address", "GET http://evil/ HTTP/1.1\r\nHost: HOST\r\n\r\n", 400},
      {"unknown method", "BREW /sign-in HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n", 405},
  };
  for (const Malformed& request : requests) {
    std::string bytes = request.bytes;
    for (std::size_t at = 0; (at = bytes.find("HOST")) != std::string::npos;)
      bytes.replace(at, 4, bench.host());
    const std::string back = bench.raw(bytes);
    ASSERT_GE(back.size(), 12U) << request.what;
    EXPECT_EQ(std::stoi(back.substr(9, 3)), request.status) << request.what;
  }
}

TEST(Attack, AMalformedFormIsRefused) {
  const RunningBench bench;
  const std::string person = bench.signed_in("ada", "reviewer");
  EXPECT_EQ(bench.post(bench.desk(), "a=%zz", person).status, 422);
  EXPECT_EQ(bench.post(bench.desk(), "a=%00", person).status, 422);
  EXPECT_EQ(bench.post(bench.desk(), "form_key=" + bench.form_key("/", person), person).status, 422);
}

TEST(Attack, ASessionEndsWithSigningOut) {
  const RunningBench bench;
  const std::string person = bench.signed_in("ada", "reviewer");
  EXPECT_EQ(bench.get("/", person).status, 200);
  EXPECT_EQ(bench.post("/sign-out", "form_key=" + bench.form_key("/", person), person).status, 303);
  EXPECT_EQ(bench.get("/", person).status, 303);
  EXPECT_EQ(bench.post(bench.desk(), "action=cannot+tell", person).status, 401);
}

TEST(Attack, OpenRedirectsAreNone) {
  const RunningBench bench;
  for (const char* next :
       {"//evil.example", "https://evil.example", "/%5Cevil.example", "javascript:alert(1)"})
    EXPECT_THAT(bench.get(std::string("/sign-in?next=") + next).body, HasSubstr("name=\"next\" value=\"/\""))
        << next;
}

std::vector<Event> refusals(const RunningBench& bench) {
  return events(Workspace::open_existing(bench.workspace()).value(), {.kind = "refused"}).value();
}

TEST(Attack, WhatIsRefusedIsNotedForTheCoordinator) {
  const RunningBench bench;
  const std::string ada = bench.signed_in("ada", "reviewer"), cora = bench.signed_in("cora", "coordinator");
  const std::string stranger = "planmark_form=" + bench.get("/sign-in").cookie("planmark_form");
  bench.get("/progress", ada);
  bench.post(bench.desk(), "form_key=guessed&action=confirm", ada);
  bench.post("/people", "name=eve", cora, "Origin: http://evil.example\r\n");
  bench.post("/sign-in", "name=Cora&password=x", stranger);
  const std::string out_of_date = "this form is out of date, or is not one of ours";
  const char* wanted[][3] = {{"ada", "GET /progress", "this page is not for your role"},
                             {"ada", "POST ", out_of_date.c_str()},
                             {"", "POST /people", "this was sent from another site"},
                             {"cora", "POST /sign-in", out_of_date.c_str()}};
  const auto noted = refusals(bench);
  ASSERT_EQ(noted.size(), std::size(wanted));
  for (std::size_t i = 0; i < noted.size(); ++i) {
    EXPECT_EQ(noted[i].person, wanted[i][0]) << i;
    EXPECT_THAT(noted[i].what, HasSubstr(wanted[i][1]));
    EXPECT_EQ(noted[i].why, wanted[i][2]);
    EXPECT_EQ(noted[i].subject, "127.0.0.1");
  }
  EXPECT_THAT(bench.get("/record?kind=refused", cora).body, HasSubstr("GET /progress"));
  EXPECT_THAT(bench.get("/record?kind=signed+in", cora).body, Not(HasSubstr("GET /progress")));
}

TEST(Attack, TheRecordIsNotFloodedWithRefusals) {
  const RunningBench bench;
  const std::string ada = bench.signed_in("ada", "reviewer");
  for (int i = 0; i < 40; ++i) EXPECT_EQ(bench.get("/people", ada).status, 403);
  const auto noted = refusals(bench);
  EXPECT_GE(noted.size(), 10U);
  EXPECT_LE(noted.size(), 20U) << "ten a minute; a minute may have begun in between";
  EXPECT_THAT(noted[9].why + noted.back().why, HasSubstr("further ones of this minute are not noted"));
}

TEST(Attack, AnotherPersonsDeskIsRefusedAndNoted) {
  const RunningBench bench;
  const std::string ada = bench.signed_in("ada", "reviewer");
  {
    auto workspace = Workspace::open_existing(bench.workspace()).value();
    ASSERT_TRUE(declare_conflict(workspace, "ada", "<script>alert('system')</script>", "works there",
                                 {"coordinator", "2026-03-01T10:00:00Z"}));
  }
  EXPECT_EQ(bench.post(bench.desk(), bench.desk_fields(ada) + "&action=cannot+tell", ada).status, 403);
  ASSERT_EQ(refusals(bench).size(), 1U);
  EXPECT_THAT(refusals(bench).front().why, HasSubstr("ada has a conflict of interest with"));
}

struct BadTable {
  const char* what;
  std::string table;
  const char* said;
};

TEST(Attack, ATableThatIsSentIsReadInAWorkerAndMistakesHaveTheirPlace) {
  const RunningBench bench;
  const std::string cora = bench.signed_in("cora", "coordinator");
  const std::string form = "form_key=" + bench.form_key("/progress", cora) + "&table=";
  const BadTable tables[] = {
      {"nothing", "", "has no rows"},
      {"a quote without end", "person,system,part%0Aada,%22x,plan", "the table:2: a quote is not closed"},
      {"more cells than columns", "person,system,part%0Aa,b,c,d", "the table:2"},
      {"nobody", "person,system,part%0A%0Anobody,%3Cscript%3Ealert(%27system%27)%3C/script%3E,plan",
       "the table:3, column person: nobody active who reviews"},
      {"control characters", "person,system,part%0Aada,x%07%1B[2Jy,plan", "there is no plan of x  [2Jy"},
      {"a Word document", "PK%03%04word/document.xml", "<li>the table: "},
      {"an unknown criterion",
       "person,system,part,criterion%0Aada,%3Cscript%3Ealert('system')%3C/script%3E,plan,Lead",
       "the table:2, column criterion"},
  };
  for (const BadTable& bad : tables) {
    const Answered answer = bench.post("/progress/assign", form + bad.table, cora);
    EXPECT_EQ(answer.status, 422) << bad.what;
    EXPECT_THAT(answer.body, HasSubstr(bad.said)) << bad.what;
    EXPECT_THAT(answer.body, Not(HasSubstr("<script>alert"))) << bad.what;
  }
  std::string many = "person,system,part";
  while (many.size() < 900'000) many += "%0Aada,QXX,plan";
  EXPECT_EQ(bench.post("/progress/assign", form + many, cora).status, 422) << "sixty thousand rows";
}

// A workbook with these cells in its first sheet, row by row.
std::string workbook(const std::vector<std::vector<std::string>>& rows) {
  std::string sheet;
  for (const auto& row : rows) {
    sheet += "<row>";
    for (const std::string& cell : row) sheet += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    sheet += "</row>";
  }
  const std::string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zip_of({{"xl/workbook.xml",
                  "<workbook xmlns:r=\"" + relations +
                      "\"><sheets><sheet name=\"Who\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"},
                 {"xl/_rels/workbook.xml.rels",
                  "<Relationships><Relationship Id=\"a\" Type=\"" + relations +
                      "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
                 {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheet + "</sheetData></worksheet>"}})
      .value();
}

Answered upload(const RunningBench& bench, const std::string& cookie, const std::string& bytes) {
  const std::string part = "--edge\r\nContent-Disposition: form-data; name=";
  return bench.post("/progress/assign",
                    part + "\"form_key\"\r\n\r\n" + bench.form_key("/progress", cookie) + "\r\n" + part +
                        "\"file\"; filename=\"../who.xlsx\"\r\n\r\n" + bytes + "\r\n--edge--\r\n",
                    cookie, {}, "multipart/form-data; boundary=edge");
}

TEST(Attack, AWorkbookIsReadInAWorkerToo) {
  const RunningBench bench;
  const std::string cora = bench.signed_in("cora", "coordinator");
  bench.signed_in("ada", "reviewer");
  const std::vector<std::string> head = {"person", "system", "part", "mark"};
  const std::string system = "&lt;script&gt;alert('system')&lt;/script&gt;";
  const Answered wrong = upload(bench, cora, workbook({head, {"ada", system, "plan", "third"}}));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("the file:2, column mark"));
  std::string broken = workbook({head, {"ada", system, "plan", "second"}});
  broken.resize(broken.size() / 2);
  EXPECT_EQ(upload(bench, cora, broken).status, 422);
  const Answered bomb = upload(bench, cora, workbook({{std::string(20'000'000, 'a')}, {"x"}}));
  EXPECT_EQ(bomb.status, 422);
  EXPECT_THAT(bomb.body, HasSubstr("unpacks to over 200 times its size"));
  const Answered right = upload(bench, cora, workbook({head, {"ada", system, "plan", "second"}}));
  EXPECT_EQ(right.status, 200);
  EXPECT_THAT(right.body, HasSubstr("All of it has been assigned"));
}

TEST(SignIn, LinkWorksOnceAndThePasswordFromThenOn) {
  const RunningBench bench;
  const Answered page = bench.get(bench.link());
  const std::string cookie = "planmark_form=" + page.cookie("planmark_form");
  const std::string key = "form_key=" + bench.form_key(bench.link(), cookie);
  const std::string passwords = key + "&password=three+long+words&again=three+long+words";
  EXPECT_EQ(bench.post(bench.link(), key + "&password=short&again=short", cookie).status, 422);
  const Answered first = bench.post(bench.link(), passwords, cookie);
  EXPECT_EQ(first.status, 303);
  EXPECT_EQ(bench.get("/", "planmark_session=" + first.cookie("planmark_session")).status, 200);
  EXPECT_THAT(first.head, HasSubstr("HttpOnly; SameSite=Strict"));
  EXPECT_EQ(bench.post(bench.link(), passwords, cookie).status, 403);
  EXPECT_EQ(bench.post("/sign-in", key + "&name=coordinator&password=wrong+words+here", cookie).status, 403);
  EXPECT_EQ(bench.post("/sign-in", key + "&name=Coordinator&password=three+long+words", cookie).status, 303);
  EXPECT_EQ(bench.post("/sign-in", "&name=coordinator&password=three+long+words", cookie).status, 403);
}

TEST(SignIn, GuessingIsSlowedDownAndNoted) {
  const RunningBench bench;
  const std::string cookie = "planmark_form=" + bench.get("/sign-in").cookie("planmark_form");
  const std::string form =
      "form_key=" + bench.form_key("/sign-in", cookie) + "&name=coordinator&password=guess";
  for (int i = 0; i < 8; ++i) EXPECT_EQ(bench.post("/sign-in", form, cookie).status, 403);
  const Answered ninth = bench.post("/sign-in", form, cookie);
  EXPECT_EQ(ninth.status, 429);
  EXPECT_THAT(refusals(bench).back().why, HasSubstr("too many tries"));
  EXPECT_THAT(ninth.head, HasSubstr("Retry-After: "));
  EventFilter failed;
  failed.kind = "sign-in failed";
  EXPECT_EQ(events(Workspace::open_existing(bench.workspace()).value(), failed)->size(), 8U);
}

}  // namespace
}  // namespace planmark
