using System.Text.RegularExpressions;
using Azukari.Protocol.Media;

namespace Azukari.Protocol.Tests.Media;

/// <summary>R34: what device control reads is written in its own grammar, whatever a stick calls itself.</summary>
public sealed partial class AllowListTests
{
    private static readonly string[] Hostile = ["4C530001", "a\"b", "back\\slash", "} allow", "tab\there", "製造", "=cmd", "a,b", "line\nallow id *:*"];

    [Fact]
    public void A_stick_is_let_in_as_storage_and_as_nothing_else_and_other_storage_is_kept_out() => Assert.Equal(
        "allow serial \"4C530001\" with-interface equals { 08:*:* }\n"
        + "allow serial \"4C530001\" with-interface equals { 08:06:50 08:06:62 }\n"
        + "block with-interface one-of { 08:*:* }\n", AllowListText.UsbGuard(["4C530001"]));

    [Fact]
    public void Without_media_all_storage_is_kept_out() => Assert.Equal("block with-interface one-of { 08:*:* }\n", AllowListText.UsbGuard([]));

    [Fact]
    public void Every_rule_stands_in_the_grammar_whatever_a_serial_number_holds()
    {
        var rules = AllowListText.UsbGuard(Hostile).TrimEnd('\n').Split('\n');

        Assert.Equal(2 * Hostile.Length + 1, rules.Length);
        Assert.All(rules, rule => Assert.Matches(Rule(), rule));
        Assert.Equal(Hostile, rules.Where((_, at) => at % 2 == 0).SkipLast(1).Select(rule => Unquoted(SerialOf().Match(rule).Groups[1].Value)));
        Assert.DoesNotMatch(Rule(), "allow serial \"a\"b\" with-interface equals { 08:*:* }"); // the control
    }

    [Fact]
    public void Windows_gets_the_whole_instance_ids_that_were_seen_and_hears_which_were_not()
    {
        string[] seen = [@"USB\VID_0781&PID_5581\4C530001", @"USBSTOR\DISK&VEN_X&PROD_Y&REV_1\4C530001&0", @"USB\VID_0781&PID_5581\4C530001A", @"USB\VID_0781&PID_5581\4C530001&x", "USB\\X\r\n\\4C530001"];
        var (lines, notSeen) = AllowListText.Windows(["4C530001", "other"], seen);

        Assert.Equal("USBSTOR\\DISK&VEN_X&PROD_Y&REV_1\\4C530001&0\r\nUSB\\VID_0781&PID_5581\\4C530001\r\n", lines);
        Assert.Equal(["other"], notSeen);
        Assert.Equal("", AllowListText.Windows([], seen).Lines);
    }

    [Fact]
    public void A_table_cannot_become_a_formula_or_another_row() =>
        Assert.Equal("serial\r\n4C530001\r\n'=cmd\r\n\"a,b\"\r\n\"a\"\"b\"\r\n", AllowListText.Csv(["4C530001", "=cmd", "a,b", "a\"b"]));

    private static string Unquoted(string text) => System.Text.Encoding.UTF8.GetString([.. Escape().Matches(text).Select(part => part.Value switch
    {
        ['\\', 'x', .. var hex] => Convert.ToByte(hex, 16),
        ['\\', var letter] => (byte)letter,
        [var letter, ..] => (byte)letter,
        _ => (byte)0,
    })]);

    [GeneratedRegex("""^(allow serial "([ !#-\[\]-~]|\\["\\]|\\x[0-9a-f]{2})+"|block) with-interface (equals|one-of) \{( [0-9a-f]{2}:([0-9a-f]{2}|\*):([0-9a-f]{2}|\*))+ \}$""")]
    private static partial Regex Rule();

    [GeneratedRegex("""^allow serial "(.*)" with-interface""")]
    private static partial Regex SerialOf();

    [GeneratedRegex("""\\x[0-9a-f]{2}|\\.|.""")]
    private static partial Regex Escape();
}
