package uk.nhs.access;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests of the other half of the rooms, and of the house: what runs in one process starts its service once, and two halves run at a time. */
@Suite
@SelectPackages("uk.nhs.access")
@IncludeClassNamePatterns("uk\\.nhs\\.access\\.(?!([b-ik-n]|ph)).*Test")
@ExcludeTags("timing")
class SecondHalf {}
