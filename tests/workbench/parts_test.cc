// The parts of the server that need none: templates, JSON, passwords, sign-in rate, multipart forms.
#include <gtest/gtest.h>

#include "workbench/assets.h"
#include "workbench/json.h"
#include "workbench/multipart.h"
#include "workbench/password.h"
#include "workbench/refusal_rate.h"
#include "workbench/secret.h"
#include "workbench/sign_in_rate.h"
#include "workbench/templates.h"

namespace planmark {
namespace {

TEST(Templates, InsertMarkupInTheLayoutAlone) {
  for (const Asset& asset : assets()) {
    if (!asset.name.ends_with(".html")) continue;
    const bool raw = asset.bytes.find("{{{") != std::string_view::npos ||
                     asset.bytes.find("{{&") != std::string_view::npos;
    EXPECT_EQ(raw, asset.name == "pages/layout.html") << asset.name;
  }
}

TEST(Templates, HoldNoScriptOrStyleOfTheirOwn) {
  for (const Asset& asset : assets()) {
    if (!asset.name.ends_with(".html")) continue;
    for (const char* forbidden :
         {" style=", " onclick=", " onload=", "<style", "javascript:", "http://", "https://"})
      EXPECT_EQ(asset.bytes.find(forbidden), std::string_view::npos) << asset.name << ": " << forbidden;
  }
}

TEST(Templates, TakeTextAsText) {
  const std::string html = fragment_of("problem", View{{"what", "<b>\"x\" & 'y'</b>"}});
  EXPECT_NE(html.find("&lt;b&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/b&gt;"), std::string::npos) << html;
}

TEST(Json, EscapesWhatItQuotes) {
  EXPECT_EQ(Json().set("a", "\"\\\n</script>").set("b", 3).set("c", true).done(),
            R"({"a":"\"\\\u000a\u003c/script\u003e","b":3,"c":true})");
}

TEST(Password, FitsItsHashAlone) {
  const auto hash = hash_password("three long words", "ada");
  ASSERT_TRUE(hash);
  EXPECT_EQ(hash->find("$argon2id$v=19$m=19456,t=2,p=1$"), 0U);
  EXPECT_TRUE(password_fits("three long words", *hash));
  EXPECT_FALSE(password_fits("three long word", *hash));
  EXPECT_FALSE(password_fits("three long words", ""));
  EXPECT_FALSE(password_fits("", ""));
  EXPECT_FALSE(password_fits("three long words", "not a hash"));
  EXPECT_NE(*hash, hash_password("three long words", "ada").value());
}

TEST(Password, HasALeastLengthAndIsNotTheName) {
  EXPECT_FALSE(hash_password("short", "ada"));
  EXPECT_FALSE(hash_password("ada.lovelace.1815", "Ada.Lovelace.1815"));
  EXPECT_FALSE(hash_password(std::string(1025, 'x'), "ada"));
  EXPECT_TRUE(hash_password("ééééééééééééé", "ada"));
}

TEST(SameSecret, ComparesWhole) {
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("abc", "ab"));
}

TEST(SignInRate, CountsByNameAndByAddressOverAWindow) {
  SignInRate rate({.failures_by_name = 2, .failures_by_address = 3, .window = std::chrono::seconds(60)});
  const SignInRate::Time start{};
  const auto at = [&](int seconds) { return start + std::chrono::seconds(seconds); };
  EXPECT_EQ(rate.try_now("ada", "1", at(0)).count(), 0);
  EXPECT_EQ(rate.try_now("ada", "1", at(10)).count(), 0);
  EXPECT_EQ(rate.try_now("ada", "2", at(20)).count(), 40) << "by name";
  EXPECT_EQ(rate.try_now("bea", "1", at(20)).count(), 0);
  EXPECT_EQ(rate.try_now("cia", "1", at(30)).count(), 30) << "by address";
  EXPECT_EQ(rate.try_now("ada", "2", at(61)).count(), 0) << "the window has passed";
}

TEST(SignInRate, ForgetsFailuresOfWhoSignsIn) {
  SignInRate rate({.failures_by_name = 1});
  const SignInRate::Time now{};
  EXPECT_EQ(rate.try_now("ada", "1", now).count(), 0);
  rate.succeeded("ada", "1");
  EXPECT_EQ(rate.try_now("ada", "1", now).count(), 0);
  EXPECT_GT(rate.try_now("ada", "1", now).count(), 0);
}

TEST(RefusalRate, NotesSoManyOfOneAndOfAllInAMinute) {
  RefusalRate rate({.of_one = 2, .of_all = 4});
  using Word = RefusalRate::Word;
  const RefusalRate::Time start{};
  const auto later = start + std::chrono::seconds(61);
  EXPECT_EQ(rate.next("ada", start), Word::note);
  EXPECT_EQ(rate.next("ada", start), Word::note_last);
  EXPECT_EQ(rate.next("ada", start), Word::pass_over);
  EXPECT_EQ(rate.next("bea", start), Word::note);
  EXPECT_EQ(rate.next("cia", start), Word::note_last) << "of all";
  EXPECT_EQ(rate.next("dee", start), Word::pass_over);
  EXPECT_EQ(rate.next("ada", later), Word::note);
}

TEST(Multipart, GivesFieldsAndTheFilesBytes) {
  Request request;
  request.headers = {{"content-type", "multipart/form-data; boundary=\"xx\""}};
  request.body =
      "--xx\r\nContent-Disposition: form-data; name=\"form_key\"\r\n\r\nabc\r\n"
      "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a.csv\"\r\nContent-Type: "
      "text/csv\r\n\r\n"
      "person,system\r\n\r\nada,QHM\r\n--xx--\r\n";
  const auto fields = parse_multipart(request);
  ASSERT_TRUE(fields);
  EXPECT_EQ(*fields, (Fields{{"form_key", "abc"}, {"file", "person,system\r\n\r\nada,QHM"}}));
}

TEST(Multipart, RefusesWhatIsNotWhole) {
  for (const char* body :
       {"", "--xx", "--xx\r\n", "--xx\r\nA: b\r\n\r\nc", "--xx\r\nA: b\r\n\r\nc\r\n--xx--", "--yy--"}) {
    Request request;
    request.headers = {{"content-type", "multipart/form-data; boundary=xx"}};
    request.body = body;
    EXPECT_FALSE(parse_multipart(request)) << body;
  }
}

}  // namespace
}  // namespace planmark
